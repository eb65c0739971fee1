-- What a municipality agreed to deliver has not come: its newest figures are missing, or older than they seem.
-- Severity: advisory
-- Remedy: Påminn kommunen, eller ändra vad som är avtalat i config/municipalities.
select
    municipality_code,
    dataset,
    period_from,
    period_to,
    due_on,
    state_code
from meta.expected
cross join meta.as_of
where state_code <> 'delivered' and due_on < as_of;
