-- Who a municipality is compared with: from bi.peers('2062').
-- The municipality is one of its own peers, and a neighbour of several groups is there once for each: choose a group before counting.
-- Grain: one row per peer group of the municipality, edition of its division and municipality of the group.
create or replace macro bi.peers(wanted_municipality_code) as table
select
    peer_group_code,
    peer_group_label,
    peer_group.division_year,
    municipality.municipality_code,
    municipality_name,
    municipality.municipality_code = wanted_municipality_code as is_itself,
    municipality.sort_order
from bi.peer_membership as own
inner join bi.peer_membership as member using (peer_group_code)
inner join bi.peer_group as peer_group using (peer_group_code)
inner join bi.municipality as municipality on municipality.municipality_code = member.municipality_code
where own.municipality_code = wanted_municipality_code
    and own.is_compared
    and member.division_year is not distinct from own.division_year
    and peer_group.division_year is not distinct from own.division_year;

comment on macro table bi.peers is 'Kommunen och de den jämförs med, per jämförelsegrupp: from bi.peers(''2062'')';
