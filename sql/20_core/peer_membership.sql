-- Which municipalities are compared with which: everybody with everybody, and each within its SKR group.
-- A municipality is its own peer: medians and ranks include it.
-- Grain: one row per municipality and peer group.
create or replace view core.peer_membership as
with sender as (
    select
        municipality_code,
        skr_group_code
    from meta.municipality
    where municipality_code in (select municipality_code from meta.delivery)
)

select
    municipality_code,
    'alla' as peer_group_code
from sender
union all
select
    municipality_code,
    skr_group_code as peer_group_code
from sender;

comment on view core.peer_membership is 'Vilka jämförelsegrupper varje kommun ingår i';
