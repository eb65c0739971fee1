-- Short sick leave: hours on the first fourteen days of sick periods, long ones included, against ordinary hours.
-- Grain: one row per municipality, occupation and period.
create or replace view measure.sf_kort as
select
    measure_code,
    municipality_code,
    group_code,
    period_type,
    period_start,
    cast(coalesce(short_hours, 0) as decimal(18, 4)) as numerator,
    cast(coalesce(ordinary_hours, 0) as decimal(18, 4)) as denominator,
    coalesce(mean_persons, 0) as group_size
from period.covered
inner join basis.asked using (measure_code, municipality_code, period_type)
left join period.work_time using (municipality_code, group_code, period_type, period_start)
where measure_code = 'SF_KORT';

comment on view measure.sf_kort is 'Kort sjukfrånvaro: timmar på sjukperiodernas dag 1–14 mot ordinarie timmar';
