-- Bought care: days of placement care bought from others, of all days of placement care.
-- Grain: one row per municipality and period.
create or replace view measure.pl_kopt_andel as
select
    measure_code,
    municipality_code,
    'alla' as group_code,
    period_type,
    period_start,
    cast(coalesce(bought_days, 0) as decimal(18, 4)) as numerator,
    cast(coalesce(care_days, 0) as decimal(18, 4)) as denominator,
    coalesce(clients, 0) as group_size
from period.covered
left join period.care_days using (municipality_code, period_type, period_start)
where measure_code = 'PL_KOPT_ANDEL';

comment on view measure.pl_kopt_andel is 'Andel köpta vårddygn av alla vårddygn i placeringar';
