-- Which municipalities are compared with which: between a municipality and its peer groups, which are several.
-- One that is only somebody else's comparison is in that group and not compared within it: is_compared is false.
-- Grain: one row per municipality, peer group and edition of its division.
create or replace view bi.peer_membership as
select
    municipality_code,
    peer_group_code,
    division_year,
    is_compared
from core.peer_membership;

comment on view bi.peer_membership is 'Vilka jämförelsegrupper varje kommun ingår i';
comment on column bi.peer_membership.municipality_code is 'Kommunens fyrsiffriga kod';
comment on column bi.peer_membership.peer_group_code is 'Jämförelsegrupp, se bi.peer_group';
comment on column bi.peer_membership.division_year is 'Utgåvan av indelningen; tom för alla kommuner';
comment on column bi.peer_membership.is_compared is 'Om kommunen jämförs med gruppen; annars är den bara en annan kommuns jämförelse';
