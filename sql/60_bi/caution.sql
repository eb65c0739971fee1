-- What the words in the column cautions mean.
-- Grain: one row per caution.
create or replace view bi.caution as
select
    caution_code,
    caution_label,
    sort_order
from (
    values
    ('few', 'Färre än tjugo personer eller ärenden: slumpen betyder mycket', 1),
    ('stale', 'En rättelse har underkänts; äldre uppgifter används', 2),
    ('series_break', 'Lag eller officiell indelning ändrades under perioden: jämför inte med åren före', 3),
    ('reorganised', 'Enheter har blivit andra under perioden, och måttet räknar byten av enhet', 4),
    ('rejected_rows', 'Minst var tjugonde rad i underlaget har fel och är inte med', 5)
) as listed (caution_code, caution_label, sort_order);

comment on view bi.caution is 'Vad man bör tänka på innan ett värde jämförs';
comment on column bi.caution.caution_code is 'Kod, som i bi.measure_value.cautions';
comment on column bi.caution.caution_label is 'Vad den betyder';
comment on column bi.caution.sort_order is 'Plats i listor';
