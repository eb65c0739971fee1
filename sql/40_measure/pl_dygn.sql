-- Days of care in placements, whoever gives it.
-- Grain: one row per municipality and period.
create or replace view measure.pl_dygn as
select
    measure_code,
    municipality_code,
    'alla' as group_code,
    period_type,
    period_start,
    cast(coalesce(care_days, 0) as decimal(18, 4)) as numerator,
    cast(null as decimal(18, 4)) as denominator,
    coalesce(clients, 0) as group_size
from period.covered
left join period.care_days using (municipality_code, period_type, period_start)
where measure_code = 'PL_DYGN';

comment on view measure.pl_dygn is 'Vårddygn i placeringar';
