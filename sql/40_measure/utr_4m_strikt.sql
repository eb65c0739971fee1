-- Help in time, without excuses: investigations finished within four months, extended or not.
-- Of those whose limit is in the period, not of those closed in it: closed ones say nothing of those left lying.
-- Grain: one row per municipality and period.
create or replace view measure.utr_4m_strikt as
select
    measure_code,
    municipality_code,
    'alla' as group_code,
    period_type,
    period_start,
    cast(coalesce(finished_in_time, 0) as decimal(18, 4)) as numerator,
    cast(coalesce(investigations, 0) as decimal(18, 4)) as denominator,
    coalesce(investigations, 0) as group_size
from period.covered
left join period.investigation_limit using (municipality_code, period_type, period_start)
where measure_code = 'UTR_4M_STRIKT';

comment on view measure.utr_4m_strikt is 'Andel utredningar som är klara inom fyra månader, förlängda eller inte';
