-- Supervision in hours, per full-time equivalent of the handlers it is for.
-- Grain: one row per municipality, unit and period; without a number where no supervision was ever stated.
create or replace view measure.handl_tim as
with worked as (
    select
        municipality_code,
        group_code,
        period_type,
        period_start,
        sum(handler_supervision_hours) as supervision_hours
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
        sum(handler_fte) as fte,
        sum(handlers) as handlers,
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
    cast(supervision_hours as decimal(18, 4)) as numerator,
    coalesce(cast(dec6(ratio(fte, months)) as decimal(18, 4)), 0) as denominator,
    coalesce(cast(floor(ratio(handlers, months)) as integer), 0) as group_size
from period.covered
inner join core.staff_group using (municipality_code)
left join employed using (municipality_code, group_code, period_type, period_start)
left join worked using (municipality_code, group_code, period_type, period_start)
where measure_code = 'HANDL_TIM';

comment on view measure.handl_tim is 'Handledning i timmar per årsarbetare handläggare';
