-- A correction was refused, so what it was to correct is still in use.
-- After carry_forward_months its figures are no longer shown.
-- Severity: advisory
-- Remedy: Följ upp kvittot på den underkända leveransen.
select
    municipality_code,
    dataset,
    delivery_id,
    stale_since_on
from lake.live_delivery
where is_stale;
