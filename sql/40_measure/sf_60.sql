-- Long sick leave: hours in sick periods of at least 60 days, against ordinary hours.
-- Not against the sick hours: that share falls when short sick leave rises.
-- Grain: one row per municipality, occupation and period.
create or replace view measure.sf_60 as
select
    measure_code,
    municipality_code,
    group_code,
    period_type,
    period_start,
    cast(coalesce(long_hours, 0) as decimal(18, 4)) as numerator,
    cast(coalesce(ordinary_hours, 0) as decimal(18, 4)) as denominator,
    coalesce(mean_persons, 0) as group_size
from period.covered
inner join basis.asked using (measure_code, municipality_code, period_type)
left join period.work_time using (municipality_code, group_code, period_type, period_start)
where measure_code = 'SF_60';

comment on view measure.sf_60 is 'Lång sjukfrånvaro: timmar i sjukperioder om minst 60 dagar mot ordinarie timmar';
