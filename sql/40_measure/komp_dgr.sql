-- Time to learn: training in days of eight hours, per full-time equivalent of the monthly paid.
-- Grain: one row per municipality, group and period; without a number where no training was ever stated.
create or replace view measure.komp_dgr as
select
    measure_code,
    municipality_code,
    group_code,
    period_type,
    period_start,
    cast(dec6(ratio(training_hours, 8)) as decimal(18, 4)) as numerator,
    coalesce(fte, 0) as denominator,
    cast(coalesce(floor(persons), 0) as integer) as group_size
from period.covered
inner join basis.asked using (measure_code, municipality_code, period_type)
left join period.staff_structure using (municipality_code, group_code, period_type, period_start)
left join period.work_time using (municipality_code, group_code, period_type, period_start)
where measure_code = 'KOMP_DGR';

comment on view measure.komp_dgr is 'Kompetensutveckling i dagar om åtta timmar per årsarbetare';
