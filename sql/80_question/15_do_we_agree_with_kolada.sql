-- Stämmer våra siffror med Koladas?
-- Asked by: Analytiker hos RKA
-- Mind: Skälen säger vad som skiljer, inte hur mycket det gör; ett värde som inte visas har ingen skillnad.
select
    municipality_name,
    year,
    indicator_id,
    indicator_title,
    measure_code,
    round(own_value, 1) as own_value,
    official_value,
    round(difference, 1) as difference,
    reason_text
from bi.reconciliation
order by municipality_code, year, indicator_id;
