-- How a measure is spread over the municipalities of a peer group.
-- Municipalities count alike, whatever their size, as in Kolada's groups. With one or two values a quartile is somebody's
-- own figure and not a spread: there is none below three.
-- Grain: one row per measure, occupation, period and peer group with at least one value.
create or replace view benchmark.peer_statistics as
with spread as (
    select
        measure_code,
        group_code,
        period_type,
        period_start,
        peer_group_code,
        count(*) as peers,
        dec6(percentile_cont(0.25) within group (order by value)) as lower_quartile,
        dec6(percentile_cont(0.5) within group (order by value)) as median,
        dec6(percentile_cont(0.75) within group (order by value)) as upper_quartile
    from value.measure_value
    inner join period.peer using (municipality_code, period_type, period_start)
    where status = 'ok' and split_code <> 'enhet'
    group by all
)

select
    measure_code,
    group_code,
    period_type,
    period_start,
    peer_group_code,
    case when peers >= 3 then lower_quartile end as lower_quartile,
    case when peers >= 3 then median end as median,
    case when peers >= 3 then upper_quartile end as upper_quartile,
    cast(peers as int) as peer_count,
    case when peers >= 3 then 'ok' else 'few_peers' end as peer_status
from spread;

comment on view benchmark.peer_statistics is 'Median och kvartiler i varje jämförelsegrupp; inga vid färre än tre värden';
