-- Services, placements and hired staff: a column a measure, for tools and people that want one row a municipality and year.
-- Written by WideViewsTest from config/measures. Where a column is null, bi.measure_value says why.
-- Grain: one row per municipality and calendar year.
create or replace view bi.cost_year as
select
    municipality_code,
    municipality_name,
    cast(year(period_start) as int) as year,
    max(value) filter (where measure_code = 'INS_UTAN_PROV') as ins_utan_prov,
    max(value) filter (where measure_code = 'KB_FTE') as kb_fte,
    max(value) filter (where measure_code = 'KB_KOSTNAD') as kb_kostnad,
    max(value) filter (where measure_code = 'KB_MULTIPEL') as kb_multipel,
    max(value) filter (where measure_code = 'KB_OKAND') as kb_okand,
    max(value) filter (where measure_code = 'KB_PER_INV') as kb_per_inv,
    max(value) filter (where measure_code = 'KB_TIMPRIS') as kb_timpris,
    max(value) filter (where measure_code = 'OPPEN_ANDEL') as oppen_andel,
    max(value) filter (where measure_code = 'PL_BRYT') as pl_bryt,
    max(value) filter (where measure_code = 'PL_DYGN') as pl_dygn,
    max(value) filter (where measure_code = 'PL_DYGNSKOSTNAD') as pl_dygnskostnad,
    max(value) filter (where measure_code = 'PL_EGET_ANDEL') as pl_eget_andel,
    max(value) filter (where measure_code = 'PL_JOUR_60') as pl_jour_60,
    max(value) filter (where measure_code = 'PL_KOPT_ANDEL') as pl_kopt_andel,
    max(value) filter (where measure_code = 'PL_PER_1000') as pl_per_1000
from value.measure_value
inner join core.municipality using (municipality_code)
where period_type = 'year' and group_code = 'alla'
group by all;

comment on view bi.cost_year is 'Insatser, placeringar och inhyrd personal: ett mått per kolumn, hela kommunen; saknas ett värde säger bi.measure_value varför';
comment on column bi.cost_year.municipality_code is 'Kommunens fyrsiffriga kod';
comment on column bi.cost_year.municipality_name is 'Kommunens namn';
comment on column bi.cost_year.year is 'Kalenderår';
comment on column bi.cost_year.ins_utan_prov is 'Insatser utan behovsprövning (andel, 0,12 för 12 procent)';
comment on column bi.cost_year.kb_fte is 'Inhyrda socionomers andel av arbetade timmar (andel, 0,12 för 12 procent)';
comment on column bi.cost_year.kb_kostnad is 'Inhyrda socionomers andel av personalkostnaden (andel, 0,12 för 12 procent)';
comment on column bi.cost_year.kb_multipel is 'Inhyrd timkostnad mot egen (kvot)';
comment on column bi.cost_year.kb_okand is 'Reskontra som inte kunnat klassas (andel, 0,12 för 12 procent)';
comment on column bi.cost_year.kb_per_inv is 'Kostnad för inhyrda socionomer per invånare (kronor)';
comment on column bi.cost_year.kb_timpris is 'Timpris för inhyrda socionomer, median (kronor)';
comment on column bi.cost_year.oppen_andel is 'Öppna insatsers andel (andel, 0,12 för 12 procent)';
comment on column bi.cost_year.pl_bryt is 'Oplanerade avbrott i placeringar (andel, 0,12 för 12 procent)';
comment on column bi.cost_year.pl_dygn is 'Vårddygn (antal)';
comment on column bi.cost_year.pl_dygnskostnad is 'Dygnskostnad (kronor)';
comment on column bi.cost_year.pl_eget_andel is 'Vårddygn i egna hem (andel, 0,12 för 12 procent)';
comment on column bi.cost_year.pl_jour_60 is 'Jourhem längre än två månader (andel, 0,12 för 12 procent)';
comment on column bi.cost_year.pl_kopt_andel is 'Köpta vårddygn (andel, 0,12 för 12 procent)';
comment on column bi.cost_year.pl_per_1000 is 'Placerade barn och unga per tusen invånare 0–20 år (kvot)';
