-- Cases open at the end of a month with somebody responsible, and what each weighs: AB_VIKTAD, case by case.
-- A case counts once, under whoever was made responsible last. An investigation is within its time (inom_tid) to the last day
-- of its limit or lawful extension; one about an adult has no limit, and is. A handler is new (ny) who has been employed in
-- the municipality for less than new_handler_months; one who is not employed at the month's end, most often hired, is not known
-- (okand). The weights are those valid at the month's end; before the first edition there are none.
-- Grain: one row per month and case open at its end with a responsible handler.
create or replace view monthly.weighted_case as
with setting as (
    select cast(max(parameter_value) as integer) as new_handler_months
    from meta.parameter
    where parameter_name = 'new_handler_months'
),
numbered as (
    select
        municipality_code,
        case_type_code,
        case_key,
        month,
        month_end,
        handler_key,
        handler_employment_key,
        assigned_from,
        row_number() over (
            partition by municipality_code, case_type_code, case_key, month
            order by assigned_from desc, handler_key
        ) as place
    from event.responsible_handler
    where group_code = 'alla'
),
responsible as (
    select *
    from numbered
    where place = 1
),
known_as as (
    select distinct
        municipality_code,
        month_end,
        handler_key,
        handler_key as handler
    from responsible
    union all
    select distinct
        municipality_code,
        month_end,
        handler_key,
        handler_employment_key as handler
    from responsible
    where handler_employment_key is not null
),
staff as (
    select
        municipality_code,
        person_key as handler,
        valid_from,
        valid_to,
        employed_since_on
    from basis.staff_term
    where group_code = 'alla'
    union all
    select
        municipality_code,
        employment_key as handler,
        valid_from,
        valid_to,
        employed_since_on
    from basis.staff_term
    where group_code = 'alla'
),
employed as (
    select
        municipality_code,
        handler_key,
        month_end,
        min(employed_since_on) as employed_since_on
    from known_as
    inner join staff using (municipality_code, handler)
    where month_end between valid_from and valid_to
    group by all
),
placed as (
    select
        responsible.municipality_code,
        responsible.case_type_code,
        responsible.case_key,
        month,
        responsible.month_end,
        responsible.handler_key,
        assigned_from,
        case
            when responsible.case_type_code = 'aktualisering' then 'forhandsbedomning'
            when responsible.month_end > greatest(limit_on, coalesce(extended_to, limit_on)) then 'efter_tid'
            else 'inom_tid'
        end as phase_code,
        case
            when employed_since_on is null then 'okand'
            when plus_months(employed_since_on, new_handler_months) > responsible.month_end then 'ny'
            else 'van'
        end as handler_code
    from responsible
    cross join setting
    left join employed using (municipality_code, handler_key, month_end)
    left join basis.investigation_limit as due
        on responsible.case_type_code = 'utredning'
        and due.municipality_code = responsible.municipality_code
        and due.investigation_key = responsible.case_key
)

select
    municipality_code,
    placed.case_type_code,
    case_key,
    month,
    handler_key,
    assigned_from,
    placed.phase_code,
    placed.handler_code,
    weight
from placed
left join meta.case_weight as weighed
    on weighed.case_type_code = placed.case_type_code
    and weighed.phase_code = placed.phase_code
    and weighed.handler_code = placed.handler_code
    and month_end between valid_from and valid_to;

comment on view monthly.weighted_case is 'Öppna ärenden med ansvarig handläggare vid månadens slut, med vikt efter ärendetyp, skede och handläggarens tid i kommunen';
comment on column monthly.weighted_case.phase_code is 'Skede: forhandsbedomning, inom_tid eller efter_tid';
comment on column monthly.weighted_case.handler_code is 'Handläggaren: ny i kommunen, van, eller okand när anställningen inte är känd';
comment on column monthly.weighted_case.weight is 'Vikten i utgåvan som gällde vid månadens slut; tom före den första';
