-- Who is responsible for each open case at a month's end. A co-handler is not, and a row without a handler is the queue itself.
-- Of a unit it is the unit's cases, whoever handles them; a handler with a protected identity is under 'alla' only.
-- Grain: one row per month, group (alla, unit), case open at its end and handler responsible for it.
create or replace view event.responsible_handler as
with assigned as (
    select
        municipality_code,
        group_code,
        case_type_code,
        case_key,
        month,
        month_end,
        handler_key,
        handler_employment_key,
        assigned_from,
        row_number() over (
            partition by municipality_code, group_code, case_type_code, case_key, month, handler_key
            order by assigned_from desc, handler_employment_key
        ) as place
    from basis.case_file
    inner join core.month on opened_on <= month_end and (closed_on is null or closed_on > month_end)
    inner join core.assignment using (municipality_code, case_type_code, case_key)
    where role_code = 'ansvarig'
        and handler_key is not null
        and month_end between assigned_from and coalesce(assigned_to, date '2999-12-31')
        and (group_code = 'alla' or handler_key not in (select protected_key from protected.pseudonym))
)

select
    municipality_code,
    group_code,
    case_type_code,
    case_key,
    month,
    month_end,
    handler_key,
    handler_employment_key,
    assigned_from
from assigned
where place = 1;

comment on view event.responsible_handler is 'Ansvariga handläggare för öppna ärenden vid månadens slut';
comment on column event.responsible_handler.assigned_from is 'Dagen då handläggaren senast blev ansvarig';
