-- Organisational units with the time their place in the organisation held, as known at the as-of date.
-- A reorganisation gives new rows that point at their predecessors: a unit code alone is not one unit for ever.
-- Grain: one row per unit and time with an unchanged place in the organisation.
create or replace view core.unit as
with newest_first as (
    select
        *,
        row_number() over (
            partition by municipality_code, unit_code, valid_from
            order by delivery_no desc, line_no desc
        ) as place
    from lake.unit
)

select
    municipality_code,
    unit_code,
    unit_name,
    valid_from,
    valid_to,
    department_name,
    activity_code,
    parent_unit_code,
    predecessor_unit_code,
    missing_reasons,
    delivery_id,
    line_no
from newest_first
where place = 1;

comment on view core.unit is 'Enheter med den tid deras plats i organisationen gällde, enligt den senaste leveransen';
