-- The groups of municipalities that are compared with each other.
-- Grain: one row per peer group of this release.
create or replace view bi.peer_group as
with sized as (
    select
        peer_group_code,
        count(*) as municipalities
    from core.peer_membership
    group by peer_group_code
),

labelled as (
    select
        upper(code) as peer_group_code,
        label,
        sort_order
    from meta.code
    where list_name = 'skr_group'
)

select
    peer_group_code,
    case
        when peer_group_code = 'alla' then 'Alla kommuner'
        else coalesce(label, peer_group_code)
    end as peer_group_label,
    cast(municipalities as int) as municipalities,
    coalesce(sort_order, 0) as sort_order
from sized
left join labelled using (peer_group_code);

comment on view bi.peer_group is 'Grupper av kommuner som jämförs med varandra';
comment on column bi.peer_group.peer_group_code is 'Jämförelsegruppens kod: alla, eller grupp i SKR:s kommungruppsindelning 2023';
comment on column bi.peer_group.peer_group_label is 'Jämförelsegruppens namn';
comment on column bi.peer_group.municipalities is 'Antal kommuner i gruppen';
comment on column bi.peer_group.sort_order is 'Plats i listor';
