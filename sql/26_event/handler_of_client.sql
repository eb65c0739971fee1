-- Who has been responsible for a client's cases, and when.
-- Cases without a known client, and without a handler, are left out.
-- Grain: one row per municipality, case, handler and first day.
create or replace view event.handler_of_client as
with client_case as (
    select
        municipality_code,
        'aktualisering' as case_type_code,
        referral_key as case_key,
        client_key
    from core.referral
    where coalesce(age_group_code, '') <> '21_plus'
    union all
    select
        municipality_code,
        'utredning' as case_type_code,
        investigation_key as case_key,
        investigation.client_key
    from core.investigation as investigation
    left join core.referral as referral using (municipality_code, referral_key)
    where coalesce(age_group_code, '') <> '21_plus'
)

select
    municipality_code,
    client_key,
    case_type_code,
    case_key,
    handler_key,
    assigned_from,
    coalesce(assigned_to, date '2999-12-31') as assigned_to
from client_case
inner join core.assignment using (municipality_code, case_type_code, case_key)
where role_code = 'ansvarig' and handler_key is not null and client_key is not null;

comment on view event.handler_of_client is 'Ansvariga handläggare för barns och ungas aktualiseringar och utredningar';
