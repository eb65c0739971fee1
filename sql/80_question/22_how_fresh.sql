-- Hur färska är siffrorna, och vad saknas?
-- Asked by: Den som ska visa dem på ett möte
-- Mind: Sent är sent på utgåvans dag; ett värde som saknas är aldrig noll.
select
    municipality_name,
    dataset,
    last_month,
    overdue_deliveries,
    next_due_on
from bi.freshness
inner join bi.municipality using (municipality_code)
order by overdue_deliveries desc, sort_order, dataset;
