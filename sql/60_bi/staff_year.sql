-- Staff: a column a measure, for tools and people that want one row a municipality and year.
-- Written by WideViewsTest from config/measures. Where a column is null, bi.measure_value says why.
-- Grain: one row per municipality and calendar year.
create or replace view bi.staff_year as
select
    municipality_code,
    municipality_name,
    cast(year(period_start) as int) as year,
    max(value) filter (where measure_code = 'ADM_KVOT') as adm_kvot,
    max(value) filter (where measure_code = 'ANST') as anst,
    max(value) filter (where measure_code = 'ANSTTID_MEDIAN') as ansttid_median,
    max(value) filter (where measure_code = 'ARSARB') as arsarb,
    max(value) filter (where measure_code = 'BEFORDRAN') as befordran,
    max(value) filter (where measure_code = 'CHEF_BYTE') as chef_byte,
    max(value) filter (where measure_code = 'CHEF_SPANN') as chef_spann,
    max(value) filter (where measure_code = 'ERF_1_2') as erf_1_2,
    max(value) filter (where measure_code = 'ERF_3_5') as erf_3_5,
    max(value) filter (where measure_code = 'ERF_OVER_5') as erf_over_5,
    max(value) filter (where measure_code = 'ERF_UNDER_1') as erf_under_1,
    max(value) filter (where measure_code = 'HANDL_TIM') as handl_tim,
    max(value) filter (where measure_code = 'KOMP_DGR') as komp_dgr,
    max(value) filter (where measure_code = 'LON_ERF') as lon_erf,
    max(value) filter (where measure_code = 'LON_KM') as lon_km,
    max(value) filter (where measure_code = 'LON_KVOT') as lon_kvot,
    max(value) filter (where measure_code = 'LON_MEDIAN') as lon_median,
    max(value) filter (where measure_code = 'LON_P10') as lon_p10,
    max(value) filter (where measure_code = 'LON_P90') as lon_p90,
    max(value) filter (where measure_code = 'LON_SPRID') as lon_sprid,
    max(value) filter (where measure_code = 'NIVA_ANDEL') as niva_andel,
    max(value) filter (where measure_code = 'OT_ANDEL') as ot_andel,
    max(value) filter (where measure_code = 'OT_TIM') as ot_tim,
    max(value) filter (where measure_code = 'PO_ALLA') as po_alla,
    max(value) filter (where measure_code = 'PO_ALLA_TV') as po_alla_tv,
    max(value) filter (where measure_code = 'PO_BRUTTO') as po_brutto,
    max(value) filter (where measure_code = 'PO_ENHET') as po_enhet,
    max(value) filter (where measure_code = 'PO_EXT') as po_ext,
    max(value) filter (where measure_code = 'PO_EXT_EB') as po_ext_eb,
    max(value) filter (where measure_code = 'PO_FRANVARO') as po_franvaro,
    max(value) filter (where measure_code = 'PO_FRANVARO_TV') as po_franvaro_tv,
    max(value) filter (where measure_code = 'PO_KOLADA') as po_kolada,
    max(value) filter (where measure_code = 'PO_NI_EXT') as po_ni_ext,
    max(value) filter (where measure_code = 'PO_NI_INT') as po_ni_int,
    max(value) filter (where measure_code = 'PO_YRKE') as po_yrke,
    max(value) filter (where measure_code = 'PO_YRKE_SNAP') as po_yrke_snap,
    max(value) filter (where measure_code = 'SOK_PER_TJANST') as sok_per_tjanst,
    max(value) filter (where measure_code = 'TTF_MEDIAN') as ttf_median,
    max(value) filter (where measure_code = 'TTS_MEDIAN') as tts_median,
    max(value) filter (where measure_code = 'VAK_ANDEL') as vak_andel,
    max(value) filter (where measure_code = 'VAK_TOM') as vak_tom,
    max(value) filter (where measure_code = 'VIK_FORALDRA') as vik_foraldra,
    max(value) filter (where measure_code = 'VISSTID') as visstid,
    max(value) filter (where measure_code = 'VISSTID_TID') as visstid_tid
from value.measure_value
inner join core.municipality using (municipality_code)
where period_type = 'year' and group_code = 'alla'
group by all;

comment on view bi.staff_year is 'Personal: ett mått per kolumn, hela kommunen; saknas ett värde säger bi.measure_value varför';
comment on column bi.staff_year.municipality_code is 'Kommunens fyrsiffriga kod';
comment on column bi.staff_year.municipality_name is 'Kommunens namn';
comment on column bi.staff_year.year is 'Kalenderår';
comment on column bi.staff_year.adm_kvot is 'Administratörer per handläggare (kvot)';
comment on column bi.staff_year.anst is 'Månadsavlönade (antal)';
comment on column bi.staff_year.ansttid_median is 'Anställningstid, median (dagar)';
comment on column bi.staff_year.arsarb is 'Årsarbetare (antal)';
comment on column bi.staff_year.befordran is 'Befordringar (kvot)';
comment on column bi.staff_year.chef_byte is 'Chefsbyten (kvot)';
comment on column bi.staff_year.chef_spann is 'Anställda per chef (kvot)';
comment on column bi.staff_year.erf_1_2 is 'Anställda i kommunen ett eller två hela år (andel, 0,12 för 12 procent)';
comment on column bi.staff_year.erf_3_5 is 'Anställda i kommunen tre till fem hela år (andel, 0,12 för 12 procent)';
comment on column bi.staff_year.erf_over_5 is 'Anställda i kommunen sex hela år eller mer (andel, 0,12 för 12 procent)';
comment on column bi.staff_year.erf_under_1 is 'Anställda i kommunen kortare tid än ett år (andel, 0,12 för 12 procent)';
comment on column bi.staff_year.handl_tim is 'Handledning per årsarbetare handläggare (timmar)';
comment on column bi.staff_year.komp_dgr is 'Kompetensutveckling per årsarbetare (dagar)';
comment on column bi.staff_year.lon_erf is 'Lön efter tid i kommunen (kvot)';
comment on column bi.staff_year.lon_km is 'Kvinnors lön av mäns (kvot)';
comment on column bi.staff_year.lon_kvot is 'Lön mot jämförbara kommuner (kvot)';
comment on column bi.staff_year.lon_median is 'Medianlön (kronor)';
comment on column bi.staff_year.lon_p10 is 'Lön, tionde percentilen (kronor)';
comment on column bi.staff_year.lon_p90 is 'Lön, nittionde percentilen (kronor)';
comment on column bi.staff_year.lon_sprid is 'Lönespridning (kvot)';
comment on column bi.staff_year.niva_andel is 'Specialisthandläggare eller högre (andel, 0,12 för 12 procent)';
comment on column bi.staff_year.ot_andel is 'Övertid och mertid (andel, 0,12 för 12 procent)';
comment on column bi.staff_year.ot_tim is 'Övertid och mertid per årsarbetare (timmar)';
comment on column bi.staff_year.po_alla is 'Alla avgångar, mot alla månadsavlönade (andel, 0,12 för 12 procent)';
comment on column bi.staff_year.po_alla_tv is 'Alla avgångar, mot tillsvidareanställda (andel, 0,12 för 12 procent)';
comment on column bi.staff_year.po_brutto is 'Personalomsättning, brutto (andel, 0,12 för 12 procent)';
comment on column bi.staff_year.po_enhet is 'Personalomsättning på enheten (andel, 0,12 för 12 procent)';
comment on column bi.staff_year.po_ext is 'Personalomsättning, externt (andel, 0,12 för 12 procent)';
comment on column bi.staff_year.po_ext_eb is 'Personalomsättning, externt på egen begäran (andel, 0,12 för 12 procent)';
comment on column bi.staff_year.po_franvaro is 'Alla avgångar och långa ledigheter, mot alla månadsavlönade (andel, 0,12 för 12 procent)';
comment on column bi.staff_year.po_franvaro_tv is 'Alla avgångar och långa ledigheter, mot tillsvidareanställda (andel, 0,12 för 12 procent)';
comment on column bi.staff_year.po_kolada is 'Personalomsättning enligt Kolada (andel, 0,12 för 12 procent)';
comment on column bi.staff_year.po_ni_ext is 'Personalomsättning som ersättning, externt (andel, 0,12 för 12 procent)';
comment on column bi.staff_year.po_ni_int is 'Personalomsättning som ersättning, även internt (andel, 0,12 för 12 procent)';
comment on column bi.staff_year.po_yrke is 'Personalomsättning i yrket (andel, 0,12 för 12 procent)';
comment on column bi.staff_year.po_yrke_snap is 'Personalomsättning i yrket mellan två mättillfällen (andel, 0,12 för 12 procent)';
comment on column bi.staff_year.sok_per_tjanst is 'Sökande per tjänst (kvot)';
comment on column bi.staff_year.ttf_median is 'Rekryteringstid, median (dagar)';
comment on column bi.staff_year.tts_median is 'Tid till tillträde, median (dagar)';
comment on column bi.staff_year.vak_andel is 'Vakanta tjänster (andel, 0,12 för 12 procent)';
comment on column bi.staff_year.vak_tom is 'Tomma tjänster (andel, 0,12 för 12 procent)';
comment on column bi.staff_year.vik_foraldra is 'Föräldralediga som ersätts av fast anställda (andel, 0,12 för 12 procent)';
comment on column bi.staff_year.visstid is 'Tidsbegränsat anställda (andel, 0,12 för 12 procent)';
comment on column bi.staff_year.visstid_tid is 'Tid som tidsbegränsat anställda arbetat (andel, 0,12 för 12 procent)';
