-- Vilka uppdelningar och perioder får jag visa för varje mått?
-- Asked by: BI-utvecklare
-- Mind: Allt i filen får visas, också tillsammans: det som kunde peka ut någon är redan borta. Lägg aldrig ihop andelar själv.
select
    family,
    measure_code,
    measure_name,
    unit_code,
    splits,
    has_month,
    has_rolling_12,
    has_year,
    smallest_group
from bi.measure
order by family, measure_code;
