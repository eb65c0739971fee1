-- What the words in the column cause_code of bi.revision mean.
-- Grain: one row per cause.
create or replace view bi.revision_cause as
select
    cause_code,
    cause_label,
    sort_order
from (
    values
    ('definition', 'Måttet har en ny definition', 1),
    ('corrected_delivery', 'Kommunen har rättat en leverans', 2),
    ('new_delivery', 'Kommunen har levererat uppgifter som saknades', 3),
    ('late_invoice', 'En faktura för perioden bokfördes senare', 4),
    ('reread_delivery', 'En leverans har lästs om med rättade regler, så att rader kommit in eller tagits bort', 5),
    ('refused_correction', 'En rättelse har underkänts eller är avhjälpt, så att uppgifterna räknas som gamla eller inte längre gör det', 6),
    ('group_membership', 'Kommunens jämförelsegrupp är en annan', 7),
    ('program', 'Programmet eller dess SQL är en annan version', 8),
    ('configuration', 'Inställningar, register eller lagens gränser är andra', 9),
    ('too_old', 'Uppgifterna har fått stå kvar för länge i väntan på en rättelse', 10),
    ('other_figures', 'Andra gruppers eller kommuners värden ändrades, och därmed vad som får visas eller räknas fram av detta', 11)
) as listed (cause_code, cause_label, sort_order);

comment on view bi.revision_cause is 'Varför värden ändras mellan utgåvor';
comment on column bi.revision_cause.cause_code is 'Kod, som i bi.revision';
comment on column bi.revision_cause.cause_label is 'Vad den betyder';
comment on column bi.revision_cause.sort_order is 'Plats i listor';
