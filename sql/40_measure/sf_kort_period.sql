-- Sick leave in periods that ended within fourteen days, against ordinary hours. Not SF_KORT, which counts the first
-- fourteen days of long periods too.
-- Grain: one row per municipality, occupation and period.
create or replace view measure.sf_kort_period as
select
    measure_code,
    municipality_code,
    group_code,
    period_type,
    period_start,
    cast(coalesce(short_spell_hours, 0) as decimal(18, 4)) as numerator,
    cast(coalesce(ordinary_hours, 0) as decimal(18, 4)) as denominator,
    coalesce(mean_persons, 0) as group_size
from period.covered
inner join basis.asked using (measure_code, municipality_code, period_type)
left join period.work_time using (municipality_code, group_code, period_type, period_start)
where measure_code = 'SF_KORT_PERIOD';

comment on view measure.sf_kort_period is 'Sjukfrånvaro i sjukperioder om högst 14 dagar mot ordinarie timmar';
