-- Hur mycket av personalkostnaden är inhyrda socionomer, och vad kostar de i timmen?
-- Asked by: Controller
-- Mind: Se kb_okand först: är mycket av reskontran oklassad kan kostnaden vara högre. Timmar och timpris kräver e-fakturor.
select
    municipality_name,
    year,
    round(100 * kb_kostnad, 1) as percent_of_staff_cost,
    round(100 * kb_fte, 1) as percent_of_hours,
    round(kb_timpris) as median_sek_per_hour,
    round(kb_per_inv) as sek_per_inhabitant,
    round(100 * kb_okand, 1) as unclassed_percent
from bi.cost_year
inner join bi.municipality using (municipality_code, municipality_name)
order by sort_order, year;
