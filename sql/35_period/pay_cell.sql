-- What people of one level who have been employed for about as long are paid here and among the peers, on the last of November.
-- A cell counts with as many persons with pay as LON_KVOT is shown for, here and at each peer: the median of fewer is
-- somebody's pay. Peers are the other municipalities of SKR's group on the period's last day that have delivered that
-- November; below three there is no median of them. All have the time bands of LON_ERF: with narrower ones a municipality of
-- twenty has hardly a cell. Each person is in one cell, with the level and pay of the largest employment: that is what stands
-- under the groups of time employed (tid_). Whose level is not known, and those with a protected identity, are in none.
-- Grain: one row per municipality, calendar year, level and time employed with enough persons.
create or replace view period.pay_cell as
with cell as (
    select
        municipality_code,
        period_type,
        period_start,
        paid_on,
        level_code,
        time_code,
        smallest_group,
        count(*) as persons,
        dec6(percentile_cont(0.5) within group (order by cast(full_time_monthly_sek as double))) as median_pay_sek
    from event.november_pay
    inner join meta.measure on measure_code = 'LON_KVOT'
    where group_code like 'tid_%' and level_code is not null
    group by all
    having count(*) >= smallest_group
),

delivered as (
    select
        municipality_code,
        last_day(month) as paid_on
    from core.coverage
    where dataset in ('employment', 'salary') and not is_expired
    group by all
    having count(*) = 2
),

paired as (
    select
        own.municipality_code,
        other.municipality_code as peer_code,
        own.valid_from,
        own.valid_to
    from core.peer_membership as own
    inner join core.peer_membership as other using (peer_group_code, division_year)
    where own.division_code = 'skr' and other.municipality_code <> own.municipality_code
),

compared as (
    select
        paired.municipality_code,
        period_type,
        period_start,
        level_code,
        time_code,
        count(*) as peers,
        dec6(percentile_cont(0.5) within group (order by cast(median_pay_sek as double))) as peer_pay_sek
    from paired
    inner join cell on cell.municipality_code = peer_code
    inner join delivered on delivered.municipality_code = peer_code and delivered.paid_on = cell.paid_on
    where last_day(plus_months(period_start, 11)) between valid_from and valid_to
    group by all
)

select
    municipality_code,
    period_type,
    period_start,
    level_code,
    time_code,
    cast(persons as integer) as persons,
    cast(median_pay_sek as decimal(18, 4)) as median_pay_sek,
    cast(case when peers >= 3 then peer_pay_sek end as decimal(18, 4)) as peer_pay_sek
from cell
left join compared using (municipality_code, period_type, period_start, level_code, time_code);

comment on view period.pay_cell is 'Medianlöner efter nivå och tid i kommunen den sista november, med jämförbara kommuners';
comment on column period.pay_cell.time_code is 'Anställd i kommunen kortare tid än två år (under_2), två till nio hela år (2_9) eller längre (over_10)';
comment on column period.pay_cell.persons is 'Egna personer i cellen';
comment on column period.pay_cell.peer_pay_sek is 'Medianen av de andra kommunernas medianer; tom där färre än tre har cellen';
