-- Days of care in placements, whoever gives it.
-- Grain: one row per municipality and period.
create or replace view measure.pl_dygn as
with summed as (
    select
        municipality_code,
        period_type,
        period_start,
        sum(care_days) as care_days,
        max(clients) as clients
    from monthly.care_days
    inner join basis.period_month using (month)
    group by all
)

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
left join summed using (municipality_code, period_type, period_start)
where measure_code = 'PL_DYGN';

comment on view measure.pl_dygn is 'Vårddygn i placeringar';
