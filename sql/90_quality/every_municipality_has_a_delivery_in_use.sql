-- A municipality that is set up and has sent nothing that could be used is missing from every comparison.
-- Severity: advisory
-- Remedy: Fråga kommunen, eller ta bort den ur config/municipalities.
select
    municipality_code,
    municipality_name
from meta.municipality
where municipality_code not in (select municipality_code from lake.live_delivery);
