-- What a day of care costs: price of the days whose price is known, per day.
-- Grain: one row per municipality and period.
create or replace view measure.pl_dygnskostnad as
with summed as (
    select
        municipality_code,
        period_type,
        period_start,
        sum(priced_days) as priced_days,
        sum(priced_sek) as priced_sek,
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
    cast(coalesce(priced_sek, 0) as decimal(18, 4)) as numerator,
    cast(coalesce(priced_days, 0) as decimal(18, 4)) as denominator,
    coalesce(clients, 0) as group_size
from period.covered
left join summed using (municipality_code, period_type, period_start)
where measure_code = 'PL_DYGNSKOSTNAD';

comment on view measure.pl_dygnskostnad is 'Genomsnittligt dygnspris för vårddygn med känt pris';
