-- Before and after each action plan: how much more a figure changed there than in municipalities without a plan.
-- It never says that the plan was the cause. Choose a peer group before counting; of a hundred figures five stand out by chance.
-- Grain: one row per plan, peer group of its municipality, and measure of months or rolling twelve months.
create or replace view bi.plan_effect as
select
    plan_id,
    plan_name,
    municipality_code,
    municipality_name,
    measure_code,
    measure.definition_version,
    peer_group_code,
    period_type,
    before_from,
    after_from,
    value_before,
    value_after,
    change,
    comparison_change,
    effect,
    comparisons,
    p_value,
    smallest_p_value,
    case
        when plan_verdict_code in ('few_comparisons', 'stands_out', 'as_the_others') then 'ok'
        else 'not_estimable'
    end as status,
    plan_verdict_code,
    case
        when was_extreme
            then
                'Året före låg utanför mittersta hälften av gruppen: en del av ändringen hade kommit ändå (regression mot medelvärdet)'
    end as warning_text,
    release_id
from benchmark.plan_effect
inner join meta.action_plan using (plan_id)
inner join core.municipality using (municipality_code)
inner join meta.measure as measure using (measure_code)
cross join meta.release;

comment on view bi.plan_effect is 'Före och efter varje handlingsplan, bredvid kommuner utan plan; säger aldrig att planen var orsaken';
comment on column bi.plan_effect.plan_id is 'Planens beteckning, se bi.action_plan';
comment on column bi.plan_effect.plan_name is 'Planens namn';
comment on column bi.plan_effect.municipality_code is 'Kommunens fyrsiffriga kod';
comment on column bi.plan_effect.municipality_name is 'Kommunens namn';
comment on column bi.plan_effect.measure_code is 'Måttets kod, se bi.measure';
comment on column bi.plan_effect.definition_version is 'Version av måttets definition';
comment on column bi.plan_effect.peer_group_code is 'Jämförelsegrupp, se bi.peer_group; kommuner med egen plan under tiden är inte med';
comment on column bi.plan_effect.period_type is 'rolling_12: ett värde för de tolv månaderna; month: medelvärdet av tolv månadsvärden';
comment on column bi.plan_effect.before_from is 'Första månaden av de tolv före planen';
comment on column bi.plan_effect.after_from is 'Första månaden av de tolv efter införandet';
comment on column bi.plan_effect.value_before is 'Värdet för de tolv månaderna före';
comment on column bi.plan_effect.value_after is 'Värdet för de tolv månaderna efter';
comment on column bi.plan_effect.change is 'Värdet efter minus värdet före';
comment on column bi.plan_effect.comparison_change is 'Medelvärdet av jämförelsekommunernas ändringar, ovägt';
comment on column bi.plan_effect.effect is 'Ändringen minus jämförelsekommunernas (skillnad i skillnader); orsaken går inte att läsa ut';
comment on column bi.plan_effect.comparisons is 'Antal kommuner utan plan som har värden både före och efter';
comment on column bi.plan_effect.p_value is
    'Andel av kommunerna, med den egna, vars ändring avviker minst lika mycket från de andras (permutationstest)';
comment on column bi.plan_effect.smallest_p_value is 'Det minsta p som så många jämförelsekommuner kan ge';
comment on column bi.plan_effect.status is 'ok, eller not_estimable när effekten inte går att ange';
comment on column bi.plan_effect.plan_verdict_code is 'Omdöme eller skäl till att effekten inte kan anges, se bi.plan_verdict';
comment on column bi.plan_effect.warning_text is 'Varning när året före var ytterligt i gruppen';
comment on column bi.plan_effect.release_id is 'Utgåvan, se meta.release';
