-- What each municipality has agreed to deliver when, and whether it has come: on the day of the release, not today.
-- A dataset that nobody said a day for is not here. Only months count: one file may deliver several rows, or several files one.
-- Grain: one row per municipality, dataset and period expected, the next one included.
create or replace view bi.expected_delivery as
select
    municipality_code,
    dataset,
    period_from,
    period_to,
    due_on,
    state_code as state,
    case
        when state_code = 'delivered' then 'Levererad'
        when state_code = 'rejected' then 'Underkänd'
        when state_code = 'not_due' then 'Väntas'
        when state_code = 'late' then 'Försenad'
        else 'Saknas'
    end as state_label,
    delivered_on
from meta.expected;

comment on view bi.expected_delivery is 'Vad kommunerna ska leverera och när, och om det har kommit';
comment on column bi.expected_delivery.municipality_code is 'Kommunens fyrsiffriga kod';
comment on column bi.expected_delivery.dataset is 'Slag av uppgifter';
comment on column bi.expected_delivery.period_from is 'Första månaden som leveransen ska omfatta';
comment on column bi.expected_delivery.period_to is 'Sista månaden som leveransen ska omfatta';
comment on column bi.expected_delivery.due_on is 'Dagen då den senast ska ha kommit';
comment on column bi.expected_delivery.state is
    'Läget på utgåvans dag: delivered, rejected, not_due, late (dagen har gått) eller missing (även nästa dag har gått)';
comment on column bi.expected_delivery.state_label is 'Läget i ord';
comment on column bi.expected_delivery.delivered_on is 'Dagen då hela perioden var godkänd; tom om den inte är det';
