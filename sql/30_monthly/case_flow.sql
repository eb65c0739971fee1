-- Cases that came in and cases that were closed in the month: what the pile grows and shrinks by.
-- A report and the investigation it leads to are one case: it comes in with the report and is closed with the
-- investigation. An investigation without a report, and a second one on the same report, come in when they are begun.
-- Grain: one row per municipality and month in which a case came in or was closed.
create or replace view monthly.case_flow as
with numbered as (
    select
        municipality_code,
        referral_key,
        started_on,
        ended_on,
        row_number() over (
            partition by municipality_code, referral_key
            order by started_on, investigation_key
        ) as place
    from core.investigation
),
led_on as (
    select distinct
        municipality_code,
        referral_key
    from core.investigation
    where referral_key is not null
),
came_in as (
    select
        municipality_code,
        month_of(received_on) as month
    from core.referral
    union all
    select
        municipality_code,
        month_of(numbered.started_on) as month
    from numbered
    left join core.referral as referral using (municipality_code, referral_key)
    where place > 1 or referral.referral_key is null
),
closed as (
    select
        case_file.municipality_code,
        month_of(closed_on) as month
    from basis.case_file as case_file
    left join led_on
        on case_type_code = 'aktualisering'
        and led_on.municipality_code = case_file.municipality_code
        and led_on.referral_key = case_file.case_key
    where group_code = 'alla' and closed_on is not null and led_on.referral_key is null
),
happened as (
    select
        municipality_code,
        month,
        1 as came_in,
        0 as closed
    from came_in
    union all
    select
        municipality_code,
        month,
        0 as came_in,
        1 as closed
    from closed
)

select
    municipality_code,
    month,
    cast(sum(came_in) as integer) as cases_in,
    cast(sum(closed) as integer) as cases_closed
from happened
group by all;

comment on view monthly.case_flow is 'Ärenden som kommit in och ärenden som avslutats under månaden';
