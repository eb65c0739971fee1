-- Credits from a supplier who has sent no invoice that they can be for.
-- A credit note mostly has a number of its own and comes in a later month: any invoice of the supplier, booked within
-- credit_note_days before, may be the one. A credit is judged only when the ledger has been delivered that far back,
-- and only of suppliers who are known by number.
-- Grain: one row per row of the delivery.
create or replace view finding.credit_note_without_invoice as
with setting as (
    select cast(max(parameter_value) as integer) as credit_note_days
    from meta.parameter
    where parameter_name = 'credit_note_days'
),
credit as (
    select
        municipality_code,
        delivery_id,
        line_no,
        supplier_org_no,
        invoice_no,
        booked_on,
        booked_on - credit_note_days as invoiced_from
    from core.ledger_line
    cross join setting
    where amount_sek < 0
        and supplier_org_no is not null
),
judged as (
    select credit.*
    from credit
    inner join core.coverage as covered
        on covered.municipality_code = credit.municipality_code
        and covered.dataset = 'ledger_line'
        and covered.month = month_of(credit.invoiced_from)
)

select
    judged.municipality_code,
    judged.delivery_id,
    judged.line_no,
    'credit_note_without_invoice' as finding_code,
    cast(null as string) as unit_code
from judged
where
    not exists (
        select *
        from core.ledger_line as invoice
        where
            invoice.municipality_code = judged.municipality_code
            and invoice.supplier_org_no = judged.supplier_org_no
            and invoice.amount_sek > 0
            and invoice.booked_on <= judged.booked_on
            and invoice.booked_on >= judged.invoiced_from
    )
    and not exists (
        select *
        from core.ledger_line as invoice
        where
            invoice.municipality_code = judged.municipality_code
            and invoice.supplier_org_no = judged.supplier_org_no
            and invoice.amount_sek > 0
            and invoice.invoice_no = judged.invoice_no
    );

comment on view finding.credit_note_without_invoice is 'Krediteringar från en leverantör som inte har skickat någon faktura de kan gälla';
