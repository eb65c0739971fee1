-- How sure a figure is: its 95 % interval, where what it counts is persons or cases.
-- wilson: a share of n, by Wilson's score interval; byar: events per person, by Byar's approximation of the exact Poisson
-- limits. A share above one (a workplace emptied twice) is no share of n, and has none. What is measured in hours or kronor
-- has no such interval: none is better than a false one.
-- Source: Wilson 1927; Breslow and Day 1987, Statistical Methods in Cancer Research II.
-- Grain: one row per figure with an interval.
create or replace view benchmark.confidence as
with figure as (
    select
        measure_code,
        municipality_code,
        group_code,
        period_type,
        period_start,
        interval_code,
        cast(numerator as double) as events,
        cast(denominator as double) as persons,
        cast(1.959964 as double) as z
    from value.measure_value
    inner join meta.measure using (measure_code)
    where status = 'ok'
        and interval_code in ('wilson', 'byar')
        and denominator > 0
        and numerator >= 0
        and (interval_code = 'byar' or numerator <= denominator)
),

bounded as (
    select
        *,
        case interval_code
            when 'wilson' then ratio(events + 0.5 * z * z, persons + z * z)
        end as centre,
        case interval_code
            when 'wilson' then ratio(z * sqrt(ratio(events * (persons - events), persons) + 0.25 * z * z), persons + z * z)
        end as half_width
    from figure
)

select
    measure_code,
    municipality_code,
    group_code,
    period_type,
    period_start,
    case
        when interval_code = 'wilson' then dec6(greatest(centre - half_width, 0))
        when events = 0 then cast(0 as decimal(18, 6))
        else dec6(ratio(events * power(1 - ratio(1, 9 * events) - ratio(z, 3 * sqrt(events)), 3), persons))
    end as lower_bound,
    case
        when interval_code = 'wilson' then dec6(least(centre + half_width, 1))
        else dec6(
            ratio((events + 1) * power(1 - ratio(1, 9 * (events + 1)) + ratio(z, 3 * sqrt(events + 1)), 3), persons)
        )
    end as upper_bound
from bounded;

comment on view benchmark.confidence is 'Osäkerheten i varje värde: 95 procents intervall, för mått som räknar personer eller ärenden';
