-- Those who work too much and take none of it back: flexitime balances above forty hours, of all delivered.
-- Grain: one row per municipality, occupation and month.
create or replace view measure.flex_hogt as
select
    measure_code,
    municipality_code,
    group_code,
    period_type,
    period_start,
    cast(coalesce(high_balances, 0) as decimal(18, 4)) as numerator,
    cast(coalesce(balances, 0) as decimal(18, 4)) as denominator,
    coalesce(balances, 0) as group_size
from period.covered
inner join basis.period_month using (period_type, period_start)
inner join basis.asked using (measure_code, municipality_code, period_type)
left join monthly.flex_balance using (municipality_code, group_code, month)
where measure_code = 'FLEX_HOGT';

comment on view measure.flex_hogt is 'Andel flexsaldon över 40 timmar vid månadens slut';
