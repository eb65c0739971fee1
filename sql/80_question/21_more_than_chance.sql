-- Skiljer sig kommunen från de andra mer än slumpen?
-- Asked by: Den som läser en rangordning
-- Mind: Utan gränser är en plats i en lista mest slump; där måttet räknar timmar eller kronor går de inte att ange.
select
    measure_code,
    measure_name,
    value,
    median,
    lower_limit_95,
    upper_limit_95,
    rank_in_group,
    benchmark.peer_count,
    verdict_label
from bi.benchmark
inner join bi.verdict using (verdict_code)
inner join bi.measure using (measure_code, definition_version)
where
    municipality_code = '2062'
    and period_type = 'year'
    and period_start = date '2015-01-01'
    and group_code = 'alla'
    and peer_group_code = 'alla'
    and verdict_code not in ('no_limits', 'no_value')
order by verdict.sort_order, measure_code;
