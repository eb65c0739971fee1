-- Varför har förra årets sjukfrånvaro ändrats sedan årsredovisningen?
-- Asked by: Controller
-- Mind: Här syns vilka leveranser som kommit och när. Vad de ändrade sedan utgåvan före står i bi.revision; mellan två andra visar release diff det.
select
    municipality_code,
    dataset,
    period,
    file,
    known_on,
    status,
    is_in_use,
    rows_kept,
    rows_quarantined
from bi.delivery
where
    municipality_code = '2062'
    and dataset in ('absence', 'employment', 'work_time')
    and substring(period, 1, 7) <= '2015-12'
    and right(period, 7) >= '2015-01'
order by dataset, period, known_on;
