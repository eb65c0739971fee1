-- Overtime in hours: overtime and additional time per full-time equivalent of the monthly paid.
-- Grain: one row per municipality, occupation and period; without a number where no overtime was ever stated.
create or replace view measure.ot_tim as
with worked as (
    select
        municipality_code,
        group_code,
        period_type,
        period_start,
        sum(extra_hours) as extra_hours
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
    cast(extra_hours as decimal(18, 4)) as numerator,
    coalesce(cast(dec6(ratio(fte, months)) as decimal(18, 4)), 0) as denominator,
    coalesce(cast(floor(ratio(persons, months)) as integer), 0) as group_size
from period.covered
inner join core.staff_group using (municipality_code)
left join employed using (municipality_code, group_code, period_type, period_start)
left join worked using (municipality_code, group_code, period_type, period_start)
where measure_code = 'OT_TIM';

comment on view measure.ot_tim is 'Övertid och mertid i timmar per årsarbetare';
