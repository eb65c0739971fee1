-- Sick leave in periods of 15 to 59 days, against ordinary hours. With SF_KORT_PERIOD and SF_60 it is SF_TOT.
-- What is left over when nothing is may be a rounding below zero.
-- Grain: one row per municipality, occupation and period.
create or replace view measure.sf_mellan_period as
select
    measure_code,
    municipality_code,
    group_code,
    period_type,
    period_start,
    cast(greatest(coalesce(sick_hours - long_hours - short_spell_hours, 0), 0) as decimal(18, 4)) as numerator,
    cast(coalesce(ordinary_hours, 0) as decimal(18, 4)) as denominator,
    coalesce(mean_persons, 0) as group_size
from period.covered
inner join basis.asked using (measure_code, municipality_code, period_type)
left join period.work_time using (municipality_code, group_code, period_type, period_start)
where measure_code = 'SF_MELLAN_PERIOD';

comment on view measure.sf_mellan_period is 'Sjukfrånvaro i sjukperioder om 15–59 dagar mot ordinarie timmar';
