-- How long an investigation about a child takes: the median of those begun in the period, open ones included.
-- Not of those closed in it, as U33401: when the old ones pile up, what gets closed are the quick ones.
-- Grain: one row per municipality and period of twelve months; without a number while more than half wait.
create or replace view measure.utr_tid as
with waited as (
    select *
    from period.median_wait
    where kind_code = 'utredning'
)

select
    measure_code,
    municipality_code,
    'alla' as group_code,
    period_type,
    period_start,
    cast(median_days as decimal(18, 4)) as numerator,
    cast(null as decimal(18, 4)) as denominator,
    coalesce(waits, 0) as group_size
from period.covered
left join waited using (municipality_code, period_type, period_start)
where measure_code = 'UTR_TID';

comment on view measure.utr_tid is 'Utredningstid i dagar: medianen av utredningar som inletts i perioden';
