-- Long sick leave: hours in sick periods of at least 60 days, against ordinary hours.
-- Not against the sick hours: that share falls when short sick leave rises.
-- Grain: one row per municipality, occupation and period.
create or replace view measure.sf_60 as
select
    measure_code,
    municipality_code,
    occupation_code,
    period_type,
    period_start,
    long_hours as numerator,
    ordinary_hours as denominator,
    mean_persons as group_size
from period.sick_leave
inner join period.covered using (municipality_code, period_type, period_start)
where measure_code = 'SF_60';

comment on view measure.sf_60 is 'Lång sjukfrånvaro: timmar i sjukperioder om minst 60 dagar mot ordinarie timmar';
