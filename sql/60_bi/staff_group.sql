-- The groups that figures are split by, and what they are called.
-- All municipalities have the same groups but for units, which are their own. The cells that figures are standardised by are no
-- groups to be shown.
-- Grain: one row per municipality and group.
create or replace view bi.staff_group as
select
    municipality_code,
    split_code,
    group_code,
    group_label,
    sort_order
from core.staff_group
where split_code <> 'kon_alder';

comment on view bi.staff_group is 'Grupper som måtten delas upp på: alla, yrkesgrupper, kön, ålder, nivå, anställningstid och enheter';
comment on column bi.staff_group.municipality_code is 'Kommunens fyrsiffriga kod';
comment on column bi.staff_group.split_code is 'Vad det delas på: alla (ingenting), yrke, kon, alder, niva, tid (anställningstid) eller enhet';
comment on column bi.staff_group.group_code is 'Gruppens kod; alla för alla tillsammans';
comment on column bi.staff_group.group_label is 'Gruppens namn';
comment on column bi.staff_group.sort_order is 'Plats i listor';
