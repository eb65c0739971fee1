-- The cases open at the end of the month, and whether somebody is responsible for them.
-- A co-handler does not make a case assigned, and neither does a row without a handler: that is the queue itself.
-- Grain: one row per case, group (alla, unit) and month at whose end it is open.
create or replace view monthly.open_case as
with open_case as (
    select
        municipality_code,
        group_code,
        case_type_code,
        case_key,
        opened_on,
        month,
        month_end
    from basis.case_file
    inner join core.month on opened_on <= month_end and (closed_on is null or closed_on > month_end)
),
responsible as (
    select distinct
        municipality_code,
        case_type_code,
        case_key,
        month
    from event.responsible_handler
    where group_code = 'alla'
)

select
    municipality_code,
    group_code,
    case_type_code,
    case_key,
    month,
    days_between(opened_on, month_end) as age_days,
    responsible.case_key is not null as is_assigned
from open_case
left join responsible using (municipality_code, case_type_code, case_key, month);

comment on view monthly.open_case is 'Öppna ärenden vid månadens slut: utredningar och aktualiseringar utan beslut, per enhet och en gång till för alla';
comment on column monthly.open_case.age_days is 'Dagar sedan aktualiseringen kom in eller utredningen inleddes';
comment on column monthly.open_case.is_assigned is 'Om ärendet har en ansvarig handläggare';
