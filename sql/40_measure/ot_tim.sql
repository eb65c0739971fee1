-- Overtime in hours: overtime and additional time per full-time equivalent of the monthly paid.
-- Grain: one row per municipality, occupation and period; without a number where no overtime was ever stated.
create or replace view measure.ot_tim as
select
    measure_code,
    municipality_code,
    group_code,
    period_type,
    period_start,
    extra_hours as numerator,
    coalesce(fte, 0) as denominator,
    cast(coalesce(floor(persons), 0) as integer) as group_size
from period.covered
inner join basis.asked using (measure_code, municipality_code, period_type)
left join period.staff_structure using (municipality_code, group_code, period_type, period_start)
left join period.work_time using (municipality_code, group_code, period_type, period_start)
where measure_code = 'OT_TIM';

comment on view measure.ot_tim is 'Övertid och mertid i timmar per årsarbetare';
