-- Who handles a case and when, as known at the as-of date.
-- A row without a handler is a case in the queue, not a fault.
-- Grain: one row per case, role and time with the same handler.
create or replace view core.assignment as
with newest_first as (
    select
        *,
        row_number() over (
            partition by municipality_code, case_type_code, case_key, role_code, assigned_from
            order by delivery_no desc, line_no desc
        ) as place
    from lake.assignment
)

select
    municipality_code,
    case_type_code,
    case_key,
    handler_key,
    handler_employment_key,
    role_code,
    assigned_from,
    assigned_to,
    missing_reasons,
    delivery_id,
    line_no
from newest_first
where place = 1;

comment on view core.assignment is 'Vem som handlägger ett ärende och när, enligt den senaste leveransen; utan handläggare är ärendet ofördelat';
