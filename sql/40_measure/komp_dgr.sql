-- Time to learn: training in days of eight hours, per full-time equivalent of the monthly paid.
-- Grain: one row per municipality, group and period; without a number where no training was ever stated.
create or replace view measure.komp_dgr as
with worked as (
    select
        municipality_code,
        group_code,
        period_type,
        period_start,
        sum(training_hours) as training_hours
    from monthly.extra_time
    inner join basis.period_month using (month)
    group by all
),

employed as (
    select
        municipality_code,
        group_code,
        period_type,
        period_start,
        sum(fte) as fte,
        sum(persons) as persons,
        case period_type when 'month' then 1 else 12 end as months
    from monthly.staff_structure
    inner join basis.period_month using (month)
    group by all
)

select
    measure_code,
    municipality_code,
    group_code,
    period_type,
    period_start,
    cast(dec6(ratio(training_hours, 8)) as decimal(18, 4)) as numerator,
    coalesce(cast(dec6(ratio(fte, months)) as decimal(18, 4)), 0) as denominator,
    coalesce(cast(floor(ratio(persons, months)) as integer), 0) as group_size
from period.covered
inner join core.staff_group using (municipality_code)
left join employed using (municipality_code, group_code, period_type, period_start)
left join worked using (municipality_code, group_code, period_type, period_start)
where measure_code = 'KOMP_DGR';

comment on view measure.komp_dgr is 'Kompetensutveckling i dagar om åtta timmar per årsarbetare';
