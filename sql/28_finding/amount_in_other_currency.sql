-- Lines of the ledger and of e-invoices whose amounts are in another currency than kronor: they are in no cost.
-- A rate is in neither of them, and one of our own would be a figure nobody delivered.
-- Grain: one row per row of the delivery.
create or replace view finding.amount_in_other_currency as
with line as (
    select
        municipality_code,
        delivery_id,
        line_no,
        amount_sek
    from core.ledger_line
    union all
    select
        municipality_code,
        delivery_id,
        line_no,
        amount_sek
    from core.invoice_line
)

select
    municipality_code,
    delivery_id,
    line_no,
    'amount_in_other_currency' as finding_code,
    cast(null as string) as unit_code
from line
where amount_sek is null;

comment on view finding.amount_in_other_currency is 'Rader vars belopp är i en annan valuta än kronor och inte räknas i någon kostnad';
