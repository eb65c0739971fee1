-- What a day of care costs: price of the days whose price is known, per day.
-- Grain: one row per municipality and period.
create or replace view measure.pl_dygnskostnad as
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
left join period.care_days using (municipality_code, period_type, period_start)
where measure_code = 'PL_DYGNSKOSTNAD';

comment on view measure.pl_dygnskostnad is 'Genomsnittligt dygnspris för vårddygn med känt pris';
