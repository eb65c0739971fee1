-- Får barn hjälp i tid?
-- Asked by: Nämndordförande
-- Mind: Förlängda utredningar räknas som i tid i utr_4m men inte i utr_4m_strikt; utr_tid räknar även med dem som pågår.
select
    municipality_name,
    year,
    round(100 * fb_14, 1) as assessed_in_14_days_percent,
    round(100 * utr_4m, 1) as investigated_in_4_months_percent,
    round(100 * utr_4m_strikt, 1) as without_extensions_percent,
    utr_tid as median_days
from bi.case_year
inner join bi.municipality using (municipality_code, municipality_name)
order by sort_order, year;
