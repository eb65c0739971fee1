-- Lines of the supplier ledger, as known at the as-of date.
-- The specification has no key: lines that look alike are two lines, and both are counted. A correction is a full
-- delivery of the same time, which replaces the older one whole. Credit notes are negative.
-- A supplier is known by supplier_org_no, or by supplier_key when it is a person. A line with neither has a supplier of
-- its own: names such as "[innehåller personuppgifter]" stand for thousands of people, and are never one supplier.
-- An amount in another currency is not one in kronor: it is absent here, and told (finding.amount_in_other_currency). Where
-- no currency is given, it is kronor.
-- Grain: one row per posting.
create or replace view core.ledger_line as
select
    municipality_code,
    voucher_no,
    invoice_no,
    booked_on,
    supplier_org_no,
    supplier_key,
    supplier_kind_code,
    supplier_name,
    account_code,
    account_text,
    department_name,
    responsibility_code,
    activity_code,
    case when upper(coalesce(currency_code, 'SEK')) in ('SEK', 'KR') then amount_sek end as amount_sek,
    currency_code,
    missing_reasons,
    delivery_id,
    line_no
from lake.ledger_line;

comment on view core.ledger_line is 'Leverantörsfakturor, en rad per kontering, belopp utan moms och kreditnotor negativa';
comment on column core.ledger_line.amount_sek is 'Belopp i kronor; saknas när raden är i en annan valuta';
