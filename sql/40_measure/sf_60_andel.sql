-- The statute's share of long sick leave: hours in sick periods of at least 60 days, of all sick hours.
-- It falls when short sick leave rises: compare SF_60, which is against ordinary hours.
-- Grain: one row per municipality, occupation and period.
create or replace view measure.sf_60_andel as
select
    measure_code,
    municipality_code,
    group_code,
    period_type,
    period_start,
    cast(coalesce(long_hours, 0) as decimal(18, 4)) as numerator,
    cast(coalesce(sick_hours, 0) as decimal(18, 4)) as denominator,
    coalesce(mean_persons, 0) as group_size
from period.covered
inner join basis.asked using (measure_code, municipality_code, period_type)
left join period.work_time using (municipality_code, group_code, period_type, period_start)
where measure_code = 'SF_60_ANDEL';

comment on view measure.sf_60_andel is 'Lång sjukfrånvaro som andel av all sjukfrånvaro, enligt lagen';
