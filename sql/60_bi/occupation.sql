-- The occupations that figures are split by.
-- Grain: one row per occupation.
create or replace view bi.occupation as
select
    occupation_code,
    occupation_label,
    sort_order
from core.occupation;

comment on view bi.occupation is 'Yrkesgrupper';
comment on column bi.occupation.occupation_code is 'Yrkesgruppens kod; alla för alla tillsammans';
comment on column bi.occupation.occupation_label is 'Yrkesgruppens namn';
comment on column bi.occupation.sort_order is 'Plats i listor';
