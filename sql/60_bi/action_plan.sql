-- What municipalities have begun to better working conditions, and when: what bi.plan_effect looks before and after.
-- Grain: one row per plan of a municipality of this release.
create or replace view bi.action_plan as
select
    plan_id,
    municipality_code,
    municipality_name,
    plan_name,
    started_on,
    ended_on,
    what,
    source
from meta.action_plan
inner join core.municipality using (municipality_code);

comment on view bi.action_plan is 'Kommunernas handlingsplaner för bättre arbetsvillkor';
comment on column bi.action_plan.plan_id is 'Planens beteckning';
comment on column bi.action_plan.municipality_code is 'Kommunens fyrsiffriga kod';
comment on column bi.action_plan.municipality_name is 'Kommunens namn';
comment on column bi.action_plan.plan_name is 'Planens namn';
comment on column bi.action_plan.started_on is 'När den började; den första i månaden eller årstiden om dagen inte är känd';
comment on column bi.action_plan.ended_on is 'När den slutade; tomt om inget slut är känt';
comment on column bi.action_plan.what is 'Vad planen innehåller, med semikolon emellan';
comment on column bi.action_plan.source is 'Var det står';
