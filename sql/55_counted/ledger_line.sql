-- Lines of the supplier ledger by what they are for, with the rule that said so (event.ledger_line_class).
-- Grain: one row per period and line of the ledger.
create or replace view counted.ledger_line as
with kind as (
    select *
    from (
        values
        ('inhyrd_socionom', 'Inhyrda socionomer'),
        ('placering_familjehem', 'Familjehem'),
        ('placering_hvb', 'Hem för vård eller boende'),
        ('handledning', 'Handledning'),
        ('annat', 'Annat'),
        ('okand', 'Ingen regel passar')
    ) as listed (kind_code, kind_label)
)

select
    municipality_code,
    'alla' as group_code,
    period_type,
    period_start,
    kind_code,
    kind_label,
    booked_on as counted_on,
    coalesce(rule_id, 'ingen regel') as subject_key,
    cast(amount_sek as decimal(18, 6)) as quantity,
    1 as month_ends,
    'ledger_line' as dataset,
    concat_ws(' ', delivery_id, line_no) as row_key
from event.ledger_line_class
inner join kind on kind_code = class_code
inner join basis.period_month on month = month_of(booked_on);

comment on view counted.ledger_line is 'Leverantörsreskontrans rader efter klass, rad för rad';
