-- Placements without an end though the same client has been placed again since.
-- An open placement runs through the last delivered day: left open by mistake, it is counted together with the next.
-- Two placements may rightly go on at once, so the row is told and not taken away.
-- Grain: one row per row of the delivery.
create or replace view finding.placement_left_open as
with newest as (
    select
        municipality_code,
        client_key,
        max(started_on) as last_started_on
    from core.placement
    group by municipality_code, client_key
)

select
    municipality_code,
    placement.delivery_id,
    placement.line_no,
    'placement_left_open' as finding_code,
    cast(null as string) as unit_code
from core.placement as placement
inner join newest using (municipality_code, client_key)
where placement.ended_on is null
    and placement.started_on < newest.last_started_on;

comment on view finding.placement_left_open is 'Placeringar utan slut fast samma person har placerats på nytt';
