-- A key that is not 32 hexadecimal digits is what was to be hidden: a personal number, a case number, a name.
-- Severity: fail
-- Remedy: Publicera inte. Rensa leveransen ur lake och läs in den på nytt.
with key as (
    select 'absence' as dataset, 'employment_key' as column_name, delivery_id, employment_key as pseudonym from lake.absence
    union all
    select 'assignment' as dataset, 'case_key' as column_name, delivery_id, case_key as pseudonym from lake.assignment
    union all
    select 'assignment' as dataset, 'handler_key' as column_name, delivery_id, handler_key as pseudonym from lake.assignment
    union all
    select 'assignment' as dataset, 'handler_employment_key' as column_name, delivery_id, handler_employment_key as pseudonym from lake.assignment
    union all
    select 'employment' as dataset, 'employment_key' as column_name, delivery_id, employment_key as pseudonym from lake.employment
    union all
    select 'employment' as dataset, 'person_key' as column_name, delivery_id, person_key as pseudonym from lake.employment
    union all
    select 'employment' as dataset, 'manager_employment_key' as column_name, delivery_id, manager_employment_key as pseudonym from lake.employment
    union all
    select 'employment' as dataset, 'covers_employment_key' as column_name, delivery_id, covers_employment_key as pseudonym from lake.employment
    union all
    select 'inspection' as dataset, 'requirement_key' as column_name, delivery_id, requirement_key as pseudonym from lake.inspection
    union all
    select 'investigation' as dataset, 'investigation_key' as column_name, delivery_id, investigation_key as pseudonym from lake.investigation
    union all
    select 'investigation' as dataset, 'referral_key' as column_name, delivery_id, referral_key as pseudonym from lake.investigation
    union all
    select 'investigation' as dataset, 'client_key' as column_name, delivery_id, client_key as pseudonym from lake.investigation
    union all
    select 'invoice_line' as dataset, 'supplier_key' as column_name, delivery_id, supplier_key as pseudonym from lake.invoice_line
    union all
    select 'ledger_line' as dataset, 'supplier_key' as column_name, delivery_id, supplier_key as pseudonym from lake.ledger_line
    union all
    select 'placement' as dataset, 'placement_key' as column_name, delivery_id, placement_key as pseudonym from lake.placement
    union all
    select 'placement' as dataset, 'intervention_key' as column_name, delivery_id, intervention_key as pseudonym from lake.placement
    union all
    select 'placement' as dataset, 'client_key' as column_name, delivery_id, client_key as pseudonym from lake.placement
    union all
    select 'referral' as dataset, 'referral_key' as column_name, delivery_id, referral_key as pseudonym from lake.referral
    union all
    select 'referral' as dataset, 'report_key' as column_name, delivery_id, report_key as pseudonym from lake.referral
    union all
    select 'referral' as dataset, 'client_key' as column_name, delivery_id, client_key as pseudonym from lake.referral
    union all
    select 'salary' as dataset, 'employment_key' as column_name, delivery_id, employment_key as pseudonym from lake.salary
    union all
    select 'service' as dataset, 'intervention_key' as column_name, delivery_id, intervention_key as pseudonym from lake.service
    union all
    select 'service' as dataset, 'investigation_key' as column_name, delivery_id, investigation_key as pseudonym from lake.service
    union all
    select 'service' as dataset, 'client_key' as column_name, delivery_id, client_key as pseudonym from lake.service
    union all
    select 'work_time' as dataset, 'employment_key' as column_name, delivery_id, employment_key as pseudonym from lake.work_time
)

select
    dataset,
    column_name,
    delivery_id,
    count(*) as keys
from key
where not regexp_matches(pseudonym, '^[0-9a-f]{32}$')
group by all;
