-- A municipality's place among those of each peer group that it is in and that have a value.
-- Place 1 is the lowest value, whether low is good or bad; equal values share a place. Values are compared to six decimals.
-- Grain: one row per municipality, measure, occupation, period and peer group with a value.
create or replace view benchmark.peer_rank as
select
    municipality_code,
    measure_code,
    group_code,
    period_type,
    period_start,
    peer_group_code,
    cast(rank() over (
        partition by measure_code, group_code, period_type, period_start, peer_group_code
        order by dec6(value) nulls last
    ) as int) as rank_in_group
from value.measure_value
inner join period.peer using (municipality_code, period_type, period_start)
where status = 'ok' and split_code <> 'enhet';

comment on view benchmark.peer_rank is 'Kommunens plats i jämförelsegruppen: plats 1 har lägst värde';
