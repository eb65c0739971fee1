-- Supervision in hours, per full-time equivalent of the handlers it is for.
-- Grain: one row per municipality, unit and period; without a number where no supervision was ever stated.
create or replace view measure.handl_tim as
select
    measure_code,
    municipality_code,
    group_code,
    period_type,
    period_start,
    handler_supervision_hours as numerator,
    coalesce(handler_fte, 0) as denominator,
    cast(coalesce(floor(handlers), 0) as integer) as group_size
from period.covered
inner join basis.asked using (measure_code, municipality_code, period_type)
left join period.staff_structure using (municipality_code, group_code, period_type, period_start)
left join period.work_time using (municipality_code, group_code, period_type, period_start)
where measure_code = 'HANDL_TIM';

comment on view measure.handl_tim is 'Handledning i timmar per årsarbetare handläggare';
