-- Sick leave, surveys and requirements on the work environment: a column a measure, for tools and people that want one row a municipality and year.
-- Written by WideViewsTest from config/measures. Where a column is null, bi.measure_value says why.
-- Grain: one row per municipality and calendar year.
create or replace view bi.health_year as
select
    municipality_code,
    municipality_name,
    cast(year(period_start) as int) as year,
    max(value) filter (where measure_code = 'AV_KRAV') as av_krav,
    max(value) filter (where measure_code = 'FN_0') as fn_0,
    max(value) filter (where measure_code = 'FN_5') as fn_5,
    max(value) filter (where measure_code = 'FN_5_3') as fn_5_3,
    max(value) filter (where measure_code = 'FN_BORTFALL') as fn_bortfall,
    max(value) filter (where measure_code = 'HME_LEDARSKAP') as hme_ledarskap,
    max(value) filter (where measure_code = 'HME_MOTIVATION') as hme_motivation,
    max(value) filter (where measure_code = 'HME_STYRNING') as hme_styrning,
    max(value) filter (where measure_code = 'HME_SVAR') as hme_svar,
    max(value) filter (where measure_code = 'HME_TOT') as hme_tot,
    max(value) filter (where measure_code = 'SAM_UTB') as sam_utb,
    max(value) filter (where measure_code = 'SF_60') as sf_60,
    max(value) filter (where measure_code = 'SF_60_ANDEL') as sf_60_andel,
    max(value) filter (where measure_code = 'SF_KORT') as sf_kort,
    max(value) filter (where measure_code = 'SF_KORT_PERIOD') as sf_kort_period,
    max(value) filter (where measure_code = 'SF_MELLAN') as sf_mellan,
    max(value) filter (where measure_code = 'SF_MELLAN_PERIOD') as sf_mellan_period,
    max(value) filter (where measure_code = 'SF_SEN') as sf_sen,
    max(value) filter (where measure_code = 'SF_TILLF') as sf_tillf,
    max(value) filter (where measure_code = 'SF_TOT') as sf_tot,
    max(value) filter (where measure_code = 'SF_UPPREPAD') as sf_upprepad,
    max(value) filter (where measure_code = 'UPPF_PLAN') as uppf_plan
from value.measure_value
inner join core.municipality using (municipality_code)
where period_type = 'year' and group_code = 'alla'
group by all;

comment on view bi.health_year is 'Sjukfrånvaro, medarbetarmätningar och arbetsmiljökrav: ett mått per kolumn, hela kommunen; saknas ett värde säger bi.measure_value varför';
comment on column bi.health_year.municipality_code is 'Kommunens fyrsiffriga kod';
comment on column bi.health_year.municipality_name is 'Kommunens namn';
comment on column bi.health_year.year is 'Kalenderår';
comment on column bi.health_year.av_krav is 'Krav från Arbetsmiljöverket (antal)';
comment on column bi.health_year.fn_0 is 'Frisknärvaro, ingen sjukdag (andel, 0,12 för 12 procent)';
comment on column bi.health_year.fn_5 is 'Frisknärvaro, högst fem sjukdagar (andel, 0,12 för 12 procent)';
comment on column bi.health_year.fn_5_3 is 'Frisknärvaro, högst fem sjukdagar vid tre tillfällen (andel, 0,12 för 12 procent)';
comment on column bi.health_year.fn_bortfall is 'Anställda som frisknärvaron inte omfattar (andel, 0,12 för 12 procent)';
comment on column bi.health_year.hme_ledarskap is 'HME, ledarskap (index, 0 till 100)';
comment on column bi.health_year.hme_motivation is 'HME, motivation (index, 0 till 100)';
comment on column bi.health_year.hme_styrning is 'HME, styrning (index, 0 till 100)';
comment on column bi.health_year.hme_svar is 'Svarsfrekvens i medarbetarmätningen (andel, 0,12 för 12 procent)';
comment on column bi.health_year.hme_tot is 'Hållbart medarbetarengagemang (HME), totalindex (index, 0 till 100)';
comment on column bi.health_year.sam_utb is 'Chefer med utbildning i systematiskt arbetsmiljöarbete (andel, 0,12 för 12 procent)';
comment on column bi.health_year.sf_60 is 'Lång sjukfrånvaro, 60 dagar eller mer (andel, 0,12 för 12 procent)';
comment on column bi.health_year.sf_60_andel is 'Lång sjukfrånvaro som andel av all sjukfrånvaro (andel, 0,12 för 12 procent)';
comment on column bi.health_year.sf_kort is 'Kort sjukfrånvaro, dag 1–14 (andel, 0,12 för 12 procent)';
comment on column bi.health_year.sf_kort_period is 'Sjukfrånvaro i perioder om högst 14 dagar (andel, 0,12 för 12 procent)';
comment on column bi.health_year.sf_mellan is 'Sjukfrånvaro dag 15–59 (andel, 0,12 för 12 procent)';
comment on column bi.health_year.sf_mellan_period is 'Sjukfrånvaro i perioder om 15–59 dagar (andel, 0,12 för 12 procent)';
comment on column bi.health_year.sf_sen is 'Sjukfrånvaro från dag 60 (andel, 0,12 för 12 procent)';
comment on column bi.health_year.sf_tillf is 'Sjukperioder per anställd (kvot)';
comment on column bi.health_year.sf_tot is 'Sjukfrånvaro (andel, 0,12 för 12 procent)';
comment on column bi.health_year.sf_upprepad is 'Upprepad sjukfrånvaro, minst sex tillfällen (andel, 0,12 för 12 procent)';
comment on column bi.health_year.uppf_plan is 'Medarbetarsamtal eller uppföljd plan (andel, 0,12 för 12 procent)';
