-- How fresh each municipality's figures are: how far they reach, what is late, and what is expected next.
-- Late is late on the day of the release. A dataset without an agreed day is here when something of it is in use.
-- Grain: one row per municipality and dataset.
create or replace view bi.freshness as
with reach as (
    select
        municipality_code,
        dataset,
        max(month) as last_month,
        bool_or(is_stale) as is_stale
    from core.coverage
    group by all
),

waited as (
    select
        municipality_code,
        dataset,
        count(*) filter (where state_code <> 'delivered' and due_on < as_of) as overdue,
        min(due_on) filter (where state_code <> 'delivered' and due_on < as_of) as overdue_since_on,
        min(due_on) filter (where state_code <> 'delivered' and due_on >= as_of) as next_due_on
    from meta.expected
    cross join meta.as_of
    group by all
)

select
    municipality_code,
    dataset,
    last_month,
    coalesce(is_stale, false) as is_stale,
    cast(coalesce(overdue, 0) as int) as overdue_deliveries,
    overdue_since_on,
    next_due_on
from reach
full join waited using (municipality_code, dataset);

comment on view bi.freshness is 'Hur färska varje kommuns uppgifter är, vad som är försenat och vad som väntas';
comment on column bi.freshness.municipality_code is 'Kommunens fyrsiffriga kod';
comment on column bi.freshness.dataset is 'Slag av uppgifter';
comment on column bi.freshness.last_month is 'Sista månaden med uppgifter; tom om inget har godkänts';
comment on column bi.freshness.is_stale is 'Om någon månads rättelse har underkänts, så att äldre uppgifter används';
comment on column bi.freshness.overdue_deliveries is 'Antal avtalade leveranser vars dag har gått på utgåvans dag';
comment on column bi.freshness.overdue_since_on is 'Dagen då den äldsta av dem skulle ha kommit';
comment on column bi.freshness.next_due_on is 'Dagen då nästa leverans senast ska komma; tom om ingen väntas';
