-- The municipalities of this release.
-- Sort by sort_order: sorted by name, å, ä and ö come in the wrong order.
-- Grain: one row per municipality.
create or replace view bi.municipality as
select
    municipality_code,
    municipality_name,
    skr_group_code as peer_group_code,
    sort_order
from core.municipality;

comment on view bi.municipality is 'Kommuner som har levererat något';
comment on column bi.municipality.municipality_code is 'Kommunens fyrsiffriga kod';
comment on column bi.municipality.municipality_name is 'Kommunens namn';
comment on column bi.municipality.peer_group_code is 'Grupp i SKR:s kommungruppsindelning 2023, se bi.peer_group';
comment on column bi.municipality.sort_order is 'Plats i svensk bokstavsordning';
