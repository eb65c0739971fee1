-- Overtime: hours of it and of additional time, against the ordinary hours of the same persons.
-- Grain: one row per municipality, occupation and period; without a number where no overtime was ever stated.
create or replace view measure.ot_andel as
select
    measure_code,
    municipality_code,
    group_code,
    period_type,
    period_start,
    coalesce(extra_hours, 0) as numerator,
    coalesce(extra_ordinary_hours, 0) as denominator,
    coalesce(mean_persons, 0) as group_size
from period.covered
inner join basis.asked using (measure_code, municipality_code, period_type)
left join period.work_time using (municipality_code, group_code, period_type, period_start)
where measure_code = 'OT_ANDEL';

comment on view measure.ot_andel is 'Övertid och mertid mot ordinarie timmar';
