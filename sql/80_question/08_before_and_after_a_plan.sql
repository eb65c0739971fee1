-- Hjälpte det att avlasta socialsekreterarna?
-- Asked by: Enhetschef
-- Mind: En plan börjar ofta när det är som värst, och då blir det bättre ändå; ingen rad säger att planen var orsaken.
select
    measure_code,
    measure_name,
    value_before,
    value_after,
    effect,
    comparisons,
    p_value,
    plan_verdict_label,
    warning_text
from bi.plan_effect
inner join bi.plan_verdict using (plan_verdict_code)
inner join bi.measure using (measure_code, definition_version)
where
    plan_id = 'mora_2015'
    and peer_group_code = 'alla'
    and measure_code in ('ADM_KVOT', 'AB_PER_ARB', 'KO_OFORD', 'UTR_4M', 'SF_KORT', 'OT_TIM', 'PO_EXT_EB')
order by measure_code;
