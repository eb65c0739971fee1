-- The municipalities of this release.
-- Sort by sort_order: sorted by name, å, ä and ö come in the wrong order.
-- The peer group is that of SKR's last known edition; earlier ones are in bi.benchmark, by period.
-- Grain: one row per municipality.
create or replace view bi.municipality as
with grouped as (
    select
        municipality_code,
        peer_group_code
    from core.peer_membership
    where division_code = 'skr' and valid_to = date '2999-12-31'
)

select
    municipality_code,
    municipality_name,
    peer_group_code,
    sort_order
from core.municipality
left join grouped using (municipality_code);

comment on view bi.municipality is 'Kommuner som har levererat något';
comment on column bi.municipality.municipality_code is 'Kommunens fyrsiffriga kod';
comment on column bi.municipality.municipality_name is 'Kommunens namn';
comment on column bi.municipality.peer_group_code is 'Grupp i den senaste utgåvan av SKR:s kommungruppsindelning, se bi.peer_group';
comment on column bi.municipality.sort_order is 'Plats i svensk bokstavsordning';
