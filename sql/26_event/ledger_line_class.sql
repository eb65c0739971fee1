-- What each line of the supplier ledger is for, and the rule that said so.
-- A supplier of which it is known what it sold on that day (meta.supplier) decides, then the rules of basis.ledger_rule. A line
-- that none fits is 'okand': its share is to be watched, it is never taken for something.
-- Grain: one row per line of the ledger.
create or replace view event.ledger_line_class as
with line as (
    select
        municipality_code,
        delivery_id,
        line_no,
        booked_on,
        amount_sek,
        coalesce(account_code, '') as account_code,
        lower(coalesce(account_text, '')) as account_text,
        lower(coalesce(supplier_name, '')) as supplier_name,
        supplier_org_no,
        lower(coalesce(department_name, '')) as department_name
    from core.ledger_line
),
subject as (
    select distinct
        municipality_code,
        account_code,
        account_text,
        supplier_name,
        department_name
    from line
),
matched as (
    select
        subject.*,
        rule_id,
        class_code,
        row_number() over in_order as place
    from subject
    inner join basis.ledger_rule
        on (
            matched_on in ('text', 'account_text') and account_text like pattern
            or matched_on = 'text' and supplier_name like pattern
            or matched_on = 'account_code'
                and account_code <> ''
                and (
                    concat_ws('', ' ', pattern, ' ') like concat_ws('', '% ', account_code, ' %')
                    or concat_ws('', ' ', pattern, ' ') like concat_ws('', '% ', municipality_code, '/', account_code, ' %')
                )
        )
        and (department_name = '' or department_name like department_pattern)
    window in_order as (
        partition by municipality_code, account_code, account_text, supplier_name, department_name
        order by try_order, rule_id
    )
)

select
    line.municipality_code,
    line.delivery_id,
    line.line_no,
    line.booked_on,
    line.amount_sek,
    coalesce(supplier.class_code, matched.class_code, 'okand') as class_code,
    case when supplier.class_code is null then matched.rule_id else 'leverantorsregister' end as rule_id
from line
left join meta.supplier as supplier
    on supplier.supplier_org_no = line.supplier_org_no
    and line.booked_on between supplier.valid_from and supplier.valid_to
left join matched
    on matched.place = 1
    and matched.municipality_code = line.municipality_code
    and matched.account_code = line.account_code
    and matched.account_text = line.account_text
    and matched.supplier_name = line.supplier_name
    and matched.department_name = line.department_name;

comment on view event.ledger_line_class is 'Leverantörsreskontrans rader med klass och den regel som gav klassen';
comment on column event.ledger_line_class.class_code is 'inhyrd_socionom, placering_familjehem, placering_hvb, handledning, annat eller okand';
