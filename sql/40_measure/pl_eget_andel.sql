-- Own homes: days in the municipality's own family homes and supported housing, of days in all such homes.
-- Grain: one row per municipality and period.
create or replace view measure.pl_eget_andel as
select
    measure_code,
    municipality_code,
    'alla' as group_code,
    period_type,
    period_start,
    cast(coalesce(own_home_days, 0) as decimal(18, 4)) as numerator,
    cast(coalesce(home_days, 0) as decimal(18, 4)) as denominator,
    coalesce(clients, 0) as group_size
from period.covered
left join period.care_days using (municipality_code, period_type, period_start)
where measure_code = 'PL_EGET_ANDEL';

comment on view measure.pl_eget_andel is 'Andel vårddygn i kommunens egna familjehem, nätverkshem, jourhem och stödboenden, av alla sådana dygn';
