-- Emergency homes that last: placements in them that went on past two months, of those whose two months ended in the period.
-- Two months of the calendar. One that ended before is in time; one that goes on counts on the day after the limit.
-- Grain: one row per municipality and period.
create or replace view measure.pl_jour_60 as
with emergency as (
    select
        municipality_code,
        client_key,
        month_of(plus_months(started_on, limit_value)) as month,
        coalesce(ended_on > plus_months(started_on, limit_value), true) as is_past_limit
    from core.placement
    inner join meta.legal_limit
        on limit_name = 'emergency_home_months' and started_on between valid_from and valid_to
    where placement_form_code in ('jourhem_eget', 'jourhem_konsulent')
),

summed as (
    select
        municipality_code,
        period_type,
        period_start,
        count(*) as placements,
        count(*) filter (where is_past_limit) as past_limit,
        count(distinct client_key) as clients
    from emergency
    inner join basis.period_month using (month)
    group by all
)

select
    measure_code,
    municipality_code,
    'alla' as group_code,
    period_type,
    period_start,
    cast(coalesce(past_limit, 0) as decimal(18, 4)) as numerator,
    cast(coalesce(placements, 0) as decimal(18, 4)) as denominator,
    cast(coalesce(clients, 0) as integer) as group_size
from period.covered
left join summed using (municipality_code, period_type, period_start)
where measure_code = 'PL_JOUR_60';

comment on view measure.pl_jour_60 is 'Andel jourhemsplaceringar som varat längre än två månader';
