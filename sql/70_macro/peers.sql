-- Who is compared with a municipality: from bi.peers('2062').
-- The municipality is one of its own peers, and a neighbour of several groups is there once for each: choose a group before counting.
-- Grain: one row per peer group of the municipality and municipality of the group.
create or replace macro bi.peers(wanted_municipality_code) as table
select
    peer_group_code,
    peer_group_label,
    municipality_code,
    municipality_name,
    municipality_code = wanted_municipality_code as is_itself,
    municipality.sort_order
from bi.peer_membership
inner join bi.peer_group using (peer_group_code)
inner join bi.municipality using (municipality_code)
where peer_group_code in (
    select own.peer_group_code
    from bi.peer_membership as own
    where own.municipality_code = wanted_municipality_code
);

comment on macro table bi.peers is 'Kommunen och de den jämförs med, per jämförelsegrupp: from bi.peers(''2062'')';
