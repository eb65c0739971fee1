-- Sick leave and healthy presence: a column a measure, for tools and people that want one row a municipality and year.
-- Written by WideViewsTest from config/measures. Where a column is null, bi.measure_value says why.
-- Grain: one row per municipality and calendar year.
create or replace view bi.health_year as
select
    municipality_code,
    municipality_name,
    cast(year(period_start) as int) as year,
    max(value) filter (where measure_code = 'FN_0') as fn_0,
    max(value) filter (where measure_code = 'FN_5') as fn_5,
    max(value) filter (where measure_code = 'FN_5_3') as fn_5_3,
    max(value) filter (where measure_code = 'FN_BORTFALL') as fn_bortfall,
    max(value) filter (where measure_code = 'SF_60') as sf_60,
    max(value) filter (where measure_code = 'SF_60_ANDEL') as sf_60_andel,
    max(value) filter (where measure_code = 'SF_KORT') as sf_kort,
    max(value) filter (where measure_code = 'SF_KORT_PERIOD') as sf_kort_period,
    max(value) filter (where measure_code = 'SF_MELLAN') as sf_mellan,
    max(value) filter (where measure_code = 'SF_MELLAN_PERIOD') as sf_mellan_period,
    max(value) filter (where measure_code = 'SF_SEN') as sf_sen,
    max(value) filter (where measure_code = 'SF_TILLF') as sf_tillf,
    max(value) filter (where measure_code = 'SF_TOT') as sf_tot,
    max(value) filter (where measure_code = 'SF_UPPREPAD') as sf_upprepad
from value.measure_value
inner join core.municipality using (municipality_code)
where period_type = 'year' and group_code = 'alla'
group by all;

comment on view bi.health_year is 'Sjukfrånvaro och frisknärvaro: ett mått per kolumn, hela kommunen; saknas ett värde säger bi.measure_value varför';
comment on column bi.health_year.municipality_code is 'Kommunens fyrsiffriga kod';
comment on column bi.health_year.municipality_name is 'Kommunens namn';
comment on column bi.health_year.year is 'Kalenderår';
comment on column bi.health_year.fn_0 is 'Frisknärvaro, ingen sjukdag (andel, 0,12 för 12 procent)';
comment on column bi.health_year.fn_5 is 'Frisknärvaro, högst fem sjukdagar (andel, 0,12 för 12 procent)';
comment on column bi.health_year.fn_5_3 is 'Frisknärvaro, högst fem sjukdagar vid tre tillfällen (andel, 0,12 för 12 procent)';
comment on column bi.health_year.fn_bortfall is 'Anställda som frisknärvaron inte omfattar (andel, 0,12 för 12 procent)';
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
