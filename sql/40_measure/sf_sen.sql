-- Sick leave from the 60th day of sick periods on, against ordinary hours. Not SF_60, which counts the whole period.
-- Grain: one row per municipality, occupation and period.
create or replace view measure.sf_sen as
select
    measure_code,
    municipality_code,
    group_code,
    period_type,
    period_start,
    cast(coalesce(late_hours, 0) as decimal(18, 4)) as numerator,
    cast(coalesce(ordinary_hours, 0) as decimal(18, 4)) as denominator,
    coalesce(mean_persons, 0) as group_size
from period.covered
inner join basis.asked using (measure_code, municipality_code, period_type)
left join period.work_time using (municipality_code, group_code, period_type, period_start)
where measure_code = 'SF_SEN';

comment on view measure.sf_sen is 'Sjukfrånvaro från sjukperiodernas dag 60 mot ordinarie timmar';
