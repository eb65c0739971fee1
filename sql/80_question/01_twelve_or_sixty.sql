-- Är personalomsättningen 12 eller 60 procent?
-- Asked by: Politiker
-- Mind: Alla tretton är rätt räknade på samma personal: fråga vilken definition som menas innan två tal jämförs.
select
    measure_code,
    measure_name,
    round(100 * value, 1) as percent,
    n,
    status,
    numerator_text
from bi.measure_value
inner join bi.measure using (measure_code, definition_version)
where
    family = 'Personalomsättning'
    and municipality_code = '0380'
    and period_type = 'year'
    and period_start = date '2015-01-01'
    and group_code = 'alla'
order by value, measure_code;
