-- Temporary staff: monthly paid persons without a permanent post, of all monthly paid.
-- A person with both has a permanent one. A year is the mean of its month ends.
-- Grain: one row per municipality, occupation and period.
create or replace view measure.visstid as
with summed as (
    select
        municipality_code,
        group_code,
        period_type,
        period_start,
        sum(persons - permanent_persons) as temporary_persons,
        sum(persons) as persons
    from monthly.staff_structure
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
    group_code,
    period_type,
    period_start,
    coalesce(cast(dec6(ratio(temporary_persons, months)) as decimal(18, 4)), 0) as numerator,
    coalesce(cast(dec6(ratio(persons, months)) as decimal(18, 4)), 0) as denominator,
    coalesce(cast(floor(ratio(persons, months)) as integer), 0) as group_size
from period.covered
inner join core.staff_group using (municipality_code)
left join mean using (municipality_code, group_code, period_type, period_start)
where measure_code = 'VISSTID';

comment on view measure.visstid is 'Andel av de månadsavlönade som inte är tillsvidareanställda';
