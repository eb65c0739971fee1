-- Requirements that the work environment authority raised after its visits, as known at the as-of date.
-- A requirement is open until it is closed, not until its deadline.
-- Grain: one row per requirement.
create or replace view core.inspection as
with newest_first as (
    select
        *,
        row_number() over (
            partition by municipality_code, requirement_key
            order by delivery_no desc, line_no desc
        ) as place
    from lake.inspection
)

select
    municipality_code,
    requirement_key,
    visited_on,
    requirement_category_code,
    deadline_on,
    closed_on,
    requirement_status_code,
    missing_reasons,
    delivery_id,
    line_no
from newest_first
where place = 1;

comment on view core.inspection is 'Arbetsmiljöverkets krav, enligt den senaste leveransen';
