-- A correction was refused, so what it was to correct is still in use.
-- Severity: advisory
-- Remedy: Följ upp kvittot på den underkända leveransen.
select
    municipality_code,
    dataset,
    delivery_id
from lake.live_delivery
where is_stale;
