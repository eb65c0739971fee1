-- Short sick leave: hours on the first fourteen days of sick periods, long ones included, against ordinary hours.
-- Grain: one row per municipality, occupation and period.
create or replace view measure.sf_kort as
select
    measure_code,
    municipality_code,
    occupation_code,
    period_type,
    period_start,
    short_hours as numerator,
    ordinary_hours as denominator,
    mean_persons as group_size
from period.sick_leave
inner join period.covered using (municipality_code, period_type, period_start)
where measure_code = 'SF_KORT';

comment on view measure.sf_kort is 'Kort sjukfrånvaro: timmar på sjukperiodernas dag 1–14 mot ordinarie timmar';
