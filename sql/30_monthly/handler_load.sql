-- How many open cases each handler is responsible for at the month's end.
-- Handlers without a case are not here: those who hold cases and those who are employed are not always the same people.
-- Of a unit it is the unit's cases alone; whoever handles cases of two units is in both, with a protected identity in neither.
-- Grain: one row per municipality, group (alla, unit), handler and month.
create or replace view monthly.handler_load as
select
    municipality_code,
    group_code,
    month,
    handler_key,
    cast(count(*) as integer) as cases
from (
    select distinct
        municipality_code,
        group_code,
        case_type_code,
        case_key,
        month,
        handler_key
    from basis.case_file
    inner join core.month on opened_on <= month_end and (closed_on is null or closed_on > month_end)
    inner join core.assignment using (municipality_code, case_type_code, case_key)
    where role_code = 'ansvarig'
        and handler_key is not null
        and month_end between assigned_from and coalesce(assigned_to, date '2999-12-31')
        and (group_code = 'alla' or handler_key not in (select protected_key from protected.pseudonym))
) as responsible
group by all;

comment on view monthly.handler_load is 'Öppna ärenden per ansvarig handläggare vid månadens slut';
