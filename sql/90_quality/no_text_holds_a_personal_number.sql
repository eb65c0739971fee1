-- Names and texts are kept as they were sent. A sole trader's organisation number is a personal number, and so is now and
-- then what somebody has written in a name.
-- Invoice and voucher numbers are left out: some of them look like it by chance.
-- Severity: fail
-- Remedy: Publicera inte. Be kommunen ta bort uppgiften i källsystemet och rensa leveransen ur lake.
with text as (
    select 'employment' as dataset, 'unit_code' as column_name, unit_code as said, min(delivery_id) as delivery_id from lake.employment group by unit_code
    union all
    select 'position' as dataset, 'position_no' as column_name, position_no as said, min(delivery_id) as delivery_id from lake.position group by position_no
    union all
    select 'position' as dataset, 'unit_code' as column_name, unit_code as said, min(delivery_id) as delivery_id from lake.position group by unit_code
    union all
    select 'survey' as dataset, 'unit_code' as column_name, unit_code as said, min(delivery_id) as delivery_id from lake.survey group by unit_code
    union all
    select 'unit' as dataset, 'unit_code' as column_name, unit_code as said, min(delivery_id) as delivery_id from lake.unit group by unit_code
    union all
    select 'unit' as dataset, 'unit_name' as column_name, unit_name as said, min(delivery_id) as delivery_id from lake.unit group by unit_name
    union all
    select 'unit' as dataset, 'department_name' as column_name, department_name as said, min(delivery_id) as delivery_id from lake.unit group by department_name
    union all
    select 'referral' as dataset, 'unit_code' as column_name, unit_code as said, min(delivery_id) as delivery_id from lake.referral group by unit_code
    union all
    select 'investigation' as dataset, 'unit_code' as column_name, unit_code as said, min(delivery_id) as delivery_id from lake.investigation group by unit_code
    union all
    select 'service' as dataset, 'unit_code' as column_name, unit_code as said, min(delivery_id) as delivery_id from lake.service group by unit_code
    union all
    select 'placement' as dataset, 'provider_org_no' as column_name, provider_org_no as said, min(delivery_id) as delivery_id from lake.placement group by provider_org_no
    union all
    select 'invoice_line' as dataset, 'supplier_org_no' as column_name, supplier_org_no as said, min(delivery_id) as delivery_id from lake.invoice_line group by supplier_org_no
    union all
    select 'invoice_line' as dataset, 'supplier_name' as column_name, supplier_name as said, min(delivery_id) as delivery_id from lake.invoice_line group by supplier_name
    union all
    select 'invoice_line' as dataset, 'account_code' as column_name, account_code as said, min(delivery_id) as delivery_id from lake.invoice_line group by account_code
    union all
    select 'ledger_line' as dataset, 'supplier_org_no' as column_name, supplier_org_no as said, min(delivery_id) as delivery_id from lake.ledger_line group by supplier_org_no
    union all
    select 'ledger_line' as dataset, 'supplier_name' as column_name, supplier_name as said, min(delivery_id) as delivery_id from lake.ledger_line group by supplier_name
    union all
    select 'ledger_line' as dataset, 'account_text' as column_name, account_text as said, min(delivery_id) as delivery_id from lake.ledger_line group by account_text
    union all
    select 'ledger_line' as dataset, 'department_name' as column_name, department_name as said, min(delivery_id) as delivery_id from lake.ledger_line group by department_name
)

select
    dataset,
    column_name,
    delivery_id,
    count(*) as texts
from text
where
    regexp_matches(
        said,
        '(^|[^0-9])(19|20)?[0-9]{2}(0[1-9]|1[0-2])(0[1-9]|[12][0-9]|3[01]|6[1-9]|[78][0-9]|9[01])[-+]?[0-9]{4}([^0-9]|$)'
    )
group by all;
