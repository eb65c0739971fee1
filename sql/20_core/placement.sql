-- Placements of children and adults in foster homes and institutions, as known at the as-of date.
-- A move to another home is a new placement; count clients to count people.
-- Grain: one row per placement.
create or replace view core.placement as
with newest_first as (
    select
        *,
        row_number() over (
            partition by municipality_code, placement_key
            order by delivery_no desc, line_no desc
        ) as place
    from lake.placement
)

select
    municipality_code,
    placement_key,
    intervention_key,
    client_key,
    sex_code,
    age_group_code,
    placement_form_code,
    provision_code,
    provider_org_no,
    started_on,
    ended_on,
    end_reason_code,
    day_price_sek,
    placement_key in (select protected_key from protected.pseudonym) as is_protected,
    missing_reasons,
    delivery_id,
    line_no
from newest_first
where place = 1;

comment on view core.placement is 'Placeringar i familjehem, HVB och andra former, enligt den senaste leveransen';
