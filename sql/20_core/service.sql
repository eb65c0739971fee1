-- Services to clients, in open care and as placements, as known at the as-of date.
-- A placement is one service however many homes it comes to be in: those are core.placement. A service without an
-- investigation need not be one without an assessment of needs: is_assessed tells, when anybody does.
-- Grain: one row per service.
create or replace view core.service as
with newest_first as (
    select
        *,
        row_number() over (
            partition by municipality_code, intervention_key
            order by delivery_no desc, line_no desc
        ) as place
    from lake.service
)

select
    municipality_code,
    intervention_key,
    investigation_key,
    client_key,
    service_type_code,
    is_assessed,
    decided_on,
    started_on,
    ended_on,
    unit_code,
    intervention_key in (select protected_key from protected.pseudonym) as is_protected,
    missing_reasons,
    delivery_id,
    line_no
from newest_first
where place = 1;

comment on view core.service is 'Insatser till enskilda, enligt den senaste leveransen';
