-- The occupations that figures are split by, and alla for all of them together.
-- Grain: one row per occupation.
create or replace view core.occupation as
select
    code as occupation_code,
    label as occupation_label,
    sort_order
from meta.code
where list_name = 'occupation'
union all
select
    'alla' as occupation_code,
    'Alla yrkesgrupper' as occupation_label,
    0 as sort_order;

comment on view core.occupation is 'Yrkesgrupper, och alla tillsammans';
