-- Time owed: the median flexitime balance at the month's end. Where none is delivered there is none.
-- Grain: one row per municipality, occupation and month.
create or replace view measure.flex_saldo as
select
    measure_code,
    municipality_code,
    group_code,
    period_type,
    period_start,
    median_balance as numerator,
    cast(null as decimal(18, 4)) as denominator,
    coalesce(balances, 0) as group_size
from period.covered
inner join basis.period_month using (period_type, period_start)
inner join basis.asked using (measure_code, municipality_code, period_type)
left join monthly.flex_balance using (municipality_code, group_code, month)
where measure_code = 'FLEX_SALDO';

comment on view measure.flex_saldo is 'Medianflexsaldo i timmar vid månadens slut';
