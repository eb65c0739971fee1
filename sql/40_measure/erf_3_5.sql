-- How long they have been here: full-time equivalents employed three to five whole years, of all.
-- A year is the mean of its month ends.
-- Grain: one row per municipality, occupation and period.
create or replace view measure.erf_3_5 as
with summed as (
    select
        municipality_code,
        group_code,
        period_type,
        period_start,
        sum(fte_3_5) as fte_3_5,
        sum(fte) as fte,
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
    coalesce(cast(dec6(ratio(fte_3_5, months)) as decimal(18, 4)), 0) as numerator,
    coalesce(cast(dec6(ratio(fte, months)) as decimal(18, 4)), 0) as denominator,
    coalesce(cast(floor(ratio(persons, months)) as integer), 0) as group_size
from period.covered
inner join core.staff_group using (municipality_code)
left join mean using (municipality_code, group_code, period_type, period_start)
where measure_code = 'ERF_3_5';

comment on view measure.erf_3_5 is 'Andel av årsarbetarna som varit anställda i kommunen tre till fem hela år';
