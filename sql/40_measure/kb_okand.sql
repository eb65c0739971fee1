-- What the rules cannot say: lines of the ledger that no rule classed, of the money that moved.
-- Amounts without sign: a credit note is as unknown as the invoice it takes back.
-- Grain: one row per municipality and period.
create or replace view measure.kb_okand as
with summed as (
    select
        municipality_code,
        period_type,
        period_start,
        sum(abs(amount_sek)) as moved_sek,
        sum(abs(amount_sek)) filter (where class_code = 'okand') as unknown_sek,
        count(*) as lines
    from event.ledger_line_class
    inner join basis.period_month on month = month_of(booked_on)
    group by all
)

select
    measure_code,
    municipality_code,
    'alla' as group_code,
    period_type,
    period_start,
    cast(coalesce(unknown_sek, 0) as decimal(18, 4)) as numerator,
    cast(coalesce(moved_sek, 0) as decimal(18, 4)) as denominator,
    cast(coalesce(lines, 0) as integer) as group_size
from period.covered
left join summed using (municipality_code, period_type, period_start)
where measure_code = 'KB_OKAND';

comment on view measure.kb_okand is 'Andel av leverantörsreskontrans belopp som ingen regel klassat';
