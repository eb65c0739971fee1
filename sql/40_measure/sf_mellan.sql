-- Sick leave on the 15th to 59th day of sick periods, against ordinary hours. With SF_KORT and SF_SEN it is SF_TOT.
-- What is left over when nothing is may be a rounding below zero.
-- Grain: one row per municipality, occupation and period.
create or replace view measure.sf_mellan as
select
    measure_code,
    municipality_code,
    group_code,
    period_type,
    period_start,
    cast(greatest(coalesce(sick_hours - short_hours - late_hours, 0), 0) as decimal(18, 4)) as numerator,
    cast(coalesce(ordinary_hours, 0) as decimal(18, 4)) as denominator,
    coalesce(mean_persons, 0) as group_size
from period.covered
inner join basis.asked using (measure_code, municipality_code, period_type)
left join period.work_time using (municipality_code, group_code, period_type, period_start)
where measure_code = 'SF_MELLAN';

comment on view measure.sf_mellan is 'Sjukfrånvaro på sjukperiodernas dag 15–59 mot ordinarie timmar';
