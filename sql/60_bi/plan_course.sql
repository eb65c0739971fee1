-- Each action plan month by month, to see whether the municipality and the others went alike before it, and when they parted.
-- Grain: one row per plan, peer group of its municipality, measure and month, of measures that have months.
create or replace view bi.plan_course as
select
    plan_id,
    municipality_code,
    municipality_name,
    measure_code,
    measure.definition_version,
    peer_group_code,
    month,
    months_from_start,
    value,
    comparison_mean,
    comparisons,
    release_id
from benchmark.plan_course
inner join meta.action_plan using (plan_id)
inner join core.municipality using (municipality_code)
inner join meta.measure as measure using (measure_code)
cross join meta.release;

comment on view bi.plan_course is 'Varje handlingsplan månad för månad, bredvid jämförelsekommunernas medelvärde';
comment on column bi.plan_course.plan_id is 'Planens beteckning, se bi.action_plan';
comment on column bi.plan_course.municipality_code is 'Kommunens fyrsiffriga kod';
comment on column bi.plan_course.municipality_name is 'Kommunens namn';
comment on column bi.plan_course.measure_code is 'Måttets kod, se bi.measure';
comment on column bi.plan_course.definition_version is 'Version av måttets definition';
comment on column bi.plan_course.peer_group_code is 'Jämförelsegrupp, se bi.peer_group; kommuner med egen plan under tiden är inte med';
comment on column bi.plan_course.month is 'Månadens första dag';
comment on column bi.plan_course.months_from_start is 'Månader från planens första månad; negativt före';
comment on column bi.plan_course.value is 'Kommunens värde; tomt om det saknas';
comment on column bi.plan_course.comparison_mean is 'Jämförelsekommunernas medelvärde, ovägt; tomt med färre än tre värden';
comment on column bi.plan_course.comparisons is 'Antal jämförelsekommuner med värde';
comment on column bi.plan_course.release_id is 'Utgåvan, se meta.release';
