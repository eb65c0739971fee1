-- Help in time: investigations finished, or lawfully extended, within four months.
-- Of those whose limit is in the period, not of those closed in it: closed ones say nothing of those left lying.
-- Grain: one row per municipality and period.
create or replace view measure.utr_4m as
select
    measure_code,
    municipality_code,
    'alla' as group_code,
    period_type,
    period_start,
    cast(coalesce(in_time, 0) as decimal(18, 4)) as numerator,
    cast(coalesce(investigations, 0) as decimal(18, 4)) as denominator,
    coalesce(investigations, 0) as group_size
from period.covered
left join period.investigation_limit using (municipality_code, period_type, period_start)
where measure_code = 'UTR_4M';

comment on view measure.utr_4m is 'Andel utredningar som är klara eller lagligen förlängda inom fyra månader';
