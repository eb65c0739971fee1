-- Sick leave: hours of it against ordinary hours, as the annual report must state it.
-- Grain: one row per municipality, occupation and period.
create or replace view measure.sf_tot as
select
    measure_code,
    municipality_code,
    occupation_code,
    period_type,
    period_start,
    sick_hours as numerator,
    ordinary_hours as denominator,
    mean_persons as group_size
from period.sick_leave
inner join period.covered using (municipality_code, period_type, period_start)
where measure_code = 'SF_TOT';

comment on view measure.sf_tot is 'Sjukfrånvaro: sjukfrånvarotimmar mot ordinarie timmar';
