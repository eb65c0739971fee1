-- What the comparison of a municipality with its group shows, in words that say no more than the limits allow.
-- Grain: one row per verdict.
create or replace view bi.verdict as
select
    verdict_code,
    verdict_label,
    sort_order
from (
    values
    ('far_above', 'Tydligt högre än gruppen', 1),
    ('above', 'Högre än gruppen', 2),
    ('as_the_group', 'Går inte att skilja från gruppen', 3),
    ('below', 'Lägre än gruppen', 4),
    ('far_below', 'Tydligt lägre än gruppen', 5),
    ('no_limits', 'Måttet eller gruppen är inte sådan att slumpen kan räknas ut', 6),
    ('no_value', 'Kommunen har inget värde att jämföra', 7)
) as listed (verdict_code, verdict_label, sort_order);

comment on view bi.verdict is 'Vad jämförelsen med gruppen visar';
comment on column bi.verdict.verdict_code is 'Omdöme';
comment on column bi.verdict.verdict_label is 'Omdömet i ord';
comment on column bi.verdict.sort_order is 'Plats i listor';
