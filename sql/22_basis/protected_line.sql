-- The rows of deliveries that are about somebody with a protected identity, as a person, an employee, a handler or a client.
-- A row of another person that only names one, as the manager, is not about the one it names.
-- Grain: one row per row of a delivery.
create or replace view basis.protected_line as
with named as (
    select delivery_id, line_no, person_key as named_key from lake.employment
    union all
    select delivery_id, line_no, employment_key as named_key from lake.employment
    union all
    select delivery_id, line_no, employment_key as named_key from lake.absence
    union all
    select delivery_id, line_no, employment_key as named_key from lake.work_time
    union all
    select delivery_id, line_no, employment_key as named_key from lake.salary
    union all
    select delivery_id, line_no, referral_key as named_key from lake.referral
    union all
    select delivery_id, line_no, investigation_key as named_key from lake.investigation
    union all
    select delivery_id, line_no, placement_key as named_key from lake.placement
    union all
    select delivery_id, line_no, intervention_key as named_key from lake.service
    union all
    select delivery_id, line_no, case_key as named_key from lake.assignment
    union all
    select delivery_id, line_no, handler_key as named_key from lake.assignment
    union all
    select delivery_id, line_no, handler_employment_key as named_key from lake.assignment
)

select distinct
    delivery_id,
    line_no
from named
where named_key in (select protected_key from protected.pseudonym);

comment on view basis.protected_line is 'Rader i leveranserna som gäller någon med skyddade personuppgifter; tom i analytikernas fil';
