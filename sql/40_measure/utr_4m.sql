-- Help in time: investigations finished, or lawfully extended, within four months.
-- Of those whose limit is in the period, not of those closed in it: closed ones say nothing of those left lying.
-- Grain: one row per municipality and period.
create or replace view measure.utr_4m as
with summed as (
    select
        municipality_code,
        period_type,
        period_start,
        sum(investigations) as investigations,
        sum(in_time) as in_time
    from monthly.investigation_limit
    inner join basis.period_month using (month)
    group by all
)

select
    measure_code,
    municipality_code,
    'alla' as group_code,
    period_type,
    period_start,
    cast(coalesce(in_time, 0) as decimal(18, 4)) as numerator,
    cast(coalesce(investigations, 0) as decimal(18, 4)) as denominator,
    cast(coalesce(investigations, 0) as integer) as group_size
from period.covered
left join summed using (municipality_code, period_type, period_start)
where measure_code = 'UTR_4M';

comment on view measure.utr_4m is 'Andel utredningar som är klara eller lagligen förlängda inom fyra månader';
