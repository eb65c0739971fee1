-- Cases and the law's time limits: a column a measure, for tools and people that want one row a municipality and year.
-- Written by WideViewsTest from config/measures. Where a column is null, bi.measure_value says why.
-- Grain: one row per municipality and calendar year.
create or replace view bi.case_year as
select
    municipality_code,
    municipality_name,
    cast(year(period_start) as int) as year,
    max(value) filter (where measure_code = 'ANM_PER_1000') as anm_per_1000,
    max(value) filter (where measure_code = 'BALANS') as balans,
    max(value) filter (where measure_code = 'FB_14') as fb_14,
    max(value) filter (where measure_code = 'HB') as hb,
    max(value) filter (where measure_code = 'HB_BYTE') as hb_byte,
    max(value) filter (where measure_code = 'IN_ARENDEN') as in_arenden,
    max(value) filter (where measure_code = 'UTR_4M') as utr_4m,
    max(value) filter (where measure_code = 'UTR_4M_STRIKT') as utr_4m_strikt,
    max(value) filter (where measure_code = 'UTR_TID') as utr_tid,
    max(value) filter (where measure_code = 'UT_ARENDEN') as ut_arenden
from value.measure_value
inner join core.municipality using (municipality_code)
where period_type = 'year' and group_code = 'alla'
group by all;

comment on view bi.case_year is 'Ärenden och lagstadgade tider: ett mått per kolumn, hela kommunen; saknas ett värde säger bi.measure_value varför';
comment on column bi.case_year.municipality_code is 'Kommunens fyrsiffriga kod';
comment on column bi.case_year.municipality_name is 'Kommunens namn';
comment on column bi.case_year.year is 'Kalenderår';
comment on column bi.case_year.anm_per_1000 is 'Orosanmälningar per tusen invånare 0–20 år (kvot)';
comment on column bi.case_year.balans is 'Ärendebalans (antal)';
comment on column bi.case_year.fb_14 is 'Förhandsbedömning inom 14 dagar (andel, 0,12 för 12 procent)';
comment on column bi.case_year.hb is 'Handläggare per barn (kvot)';
comment on column bi.case_year.hb_byte is 'Utredningar som bytt handläggare (andel, 0,12 för 12 procent)';
comment on column bi.case_year.in_arenden is 'Inkomna ärenden (antal)';
comment on column bi.case_year.utr_4m is 'Utredning klar inom fyra månader (andel, 0,12 för 12 procent)';
comment on column bi.case_year.utr_4m_strikt is 'Utredning klar inom fyra månader, utan förlängningar (andel, 0,12 för 12 procent)';
comment on column bi.case_year.utr_tid is 'Utredningstid, median (dagar)';
comment on column bi.case_year.ut_arenden is 'Avslutade ärenden (antal)';
