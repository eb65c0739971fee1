-- A delivery may be accepted and still have lost rows that somebody misses. Above two per cent one should ask.
-- Severity: advisory
-- Remedy: Gå igenom kvittot med kommunen; felen är räknade där.
select
    municipality_code,
    dataset,
    delivery_id,
    rows_read,
    rows_rejected
from lake.live_delivery
where rows_rejected > 0.02 * rows_read;
