-- How many share a manager: persons with a manager, per manager.
-- A year is the mean of its month ends.
-- Grain: one row per municipality and period.
create or replace view measure.chef_spann as
with summed as (
    select
        municipality_code,
        period_type,
        period_start,
        sum(persons) as persons,
        count(*) as managers
    from monthly.span_of_control
    inner join basis.period_month using (month)
    group by all
),

mean as (
    select
        *,
        case period_type when 'month' then 1 else 12 end as months
    from summed
)

select
    measure_code,
    municipality_code,
    'alla' as group_code,
    period_type,
    period_start,
    coalesce(cast(dec6(ratio(persons, months)) as decimal(18, 4)), 0) as numerator,
    coalesce(cast(dec6(ratio(managers, months)) as decimal(18, 4)), 0) as denominator,
    coalesce(cast(floor(ratio(persons, months)) as integer), 0) as group_size
from period.covered
left join mean using (municipality_code, period_type, period_start)
where measure_code = 'CHEF_SPANN';

comment on view measure.chef_spann is 'Anställda per chef';
