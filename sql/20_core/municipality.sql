-- The municipalities of this release: those that have sent anything at all, refused or not.
-- A configured municipality that has never sent anything is not here, and thus in no grid and no peer group.
-- Grain: one row per municipality.
create or replace view core.municipality as
select
    municipality_code,
    municipality_name,
    sort_order
from meta.municipality
where municipality_code in (select municipality_code from meta.delivery);

comment on view core.municipality is 'Kommuner som har levererat något';
