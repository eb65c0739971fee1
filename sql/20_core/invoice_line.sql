-- Lines of e-invoices, as known at the as-of date.
-- The same invoice comes again in another file or another month's: it counts once, as the newest delivery has it.
-- Credit notes are negative. An amount in another currency is not one in kronor: invoices tell their VAT in kronor but no
-- line, and no rate. It is absent here, and told (finding.amount_in_other_currency).
-- Grain: one row per invoice line.
create or replace view core.invoice_line as
with newest_first as (
    select
        *,
        row_number() over (
            partition by municipality_code, supplier_key, invoice_type_code, invoice_no, invoice_line_no
            order by delivery_no desc, line_no desc
        ) as place
    from lake.invoice_line
)

select
    municipality_code,
    supplier_key,
    supplier_org_no,
    supplier_kind_code,
    supplier_name,
    invoice_type_code,
    invoice_no,
    invoice_line_no,
    issued_on,
    worked_from_on,
    worked_to_on,
    case when upper(coalesce(currency_code, 'SEK')) in ('SEK', 'KR') then amount_sek end as amount_sek,
    currency_code,
    quantity,
    quantity_unit_code,
    account_code,
    credited_invoice_no,
    missing_reasons,
    delivery_id,
    line_no
from newest_first
where place = 1;

comment on view core.invoice_line is 'Rader i e-fakturor, varje faktura en gång, belopp utan moms och kreditnotor negativa';
comment on column core.invoice_line.amount_sek is 'Belopp i kronor; saknas när fakturan är i en annan valuta';
