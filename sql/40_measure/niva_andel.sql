-- How many have a career: specialists and above, of the monthly paid whose level is known.
-- A year is the mean of its month ends.
-- Grain: one row per municipality, group and period.
create or replace view measure.niva_andel as
with summed as (
    select
        municipality_code,
        group_code,
        period_type,
        period_start,
        sum(senior_persons) as senior_persons,
        sum(persons) as persons
    from monthly.staff_level
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
    coalesce(cast(dec6(ratio(senior_persons, months)) as decimal(18, 4)), 0) as numerator,
    coalesce(cast(dec6(ratio(persons, months)) as decimal(18, 4)), 0) as denominator,
    coalesce(cast(floor(ratio(persons, months)) as integer), 0) as group_size
from period.covered
inner join basis.asked using (measure_code, municipality_code, period_type)
left join mean using (municipality_code, group_code, period_type, period_start)
where measure_code = 'NIVA_ANDEL';

comment on view measure.niva_andel is 'Andel av dem med känd nivå som är specialisthandläggare eller högre';
