-- What the time before and after a plan shows, in words that say what was seen and never why.
-- Grain: one row per verdict.
create or replace view bi.plan_verdict as
select
    plan_verdict_code,
    plan_verdict_label,
    sort_order
from (
    values
    ('stands_out', 'Ändringen skiljer sig från de andras mer än slumpen brukar ge; varför går inte att säga', 1),
    ('as_the_others', 'Ändringen går inte att skilja från dem i kommuner utan plan', 2),
    ('few_comparisons', 'Inget omdöme: med färre än 19 kommuner att jämföra med kan p aldrig bli 0,05', 3),
    ('no_comparisons', 'Går inte att ange: färre än tre kommuner att jämföra med har värden', 4),
    ('figure_missing', 'Går inte att ange: ett värde före eller efter saknas eller visas inte', 5),
    ('time_before', 'Går inte att ange: det finns inte tolv månader före planen', 6),
    ('time_after', 'Går inte att ange: det finns ännu inte tolv månader efter införandet', 7)
) as listed (plan_verdict_code, plan_verdict_label, sort_order);

comment on view bi.plan_verdict is 'Vad tiden före och efter en handlingsplan visar';
comment on column bi.plan_verdict.plan_verdict_code is 'Omdöme';
comment on column bi.plan_verdict.plan_verdict_label is 'Omdömet i ord';
comment on column bi.plan_verdict.sort_order is 'Plats i listor';
