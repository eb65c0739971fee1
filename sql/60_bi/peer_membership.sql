-- Which municipalities are compared with which: between a municipality and its peer groups, which are several.
-- Grain: one row per municipality and peer group.
create or replace view bi.peer_membership as
select
    municipality_code,
    peer_group_code
from core.peer_membership;

comment on view bi.peer_membership is 'Vilka jämförelsegrupper varje kommun ingår i';
comment on column bi.peer_membership.municipality_code is 'Kommunens fyrsiffriga kod';
comment on column bi.peer_membership.peer_group_code is 'Jämförelsegrupp, se bi.peer_group';
