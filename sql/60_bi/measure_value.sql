-- The long table: every measure of every municipality and period, with its value or the reason why there is none.
-- Filter on one measure and one period type before adding anything up; shares are never added.
-- Grain: one row per municipality, measure, occupation and period.
create or replace view bi.measure_value as
with three_years as (
    select
        *,
        'year' as period_type
    from benchmark.three_years
)

select
    municipality_code,
    municipality_name,
    measure_code,
    measure_value.definition_version,
    split_code,
    group_code,
    period_type,
    period_start,
    value,
    lower_bound,
    upper_bound,
    three_year_value,
    standardised_value,
    standardisation_code,
    numerator,
    denominator,
    status,
    release_id,
    group_size as n,
    is_stale,
    coalesce(cautions, '') as cautions
from value.measure_value
inner join core.municipality using (municipality_code)
left join benchmark.confidence
    using (municipality_code, measure_code, group_code, period_type, period_start)
left join benchmark.caution
    using (municipality_code, measure_code, group_code, period_type, period_start)
left join three_years using (municipality_code, measure_code, group_code, period_type, period_start)
left join benchmark.standardised using (municipality_code, measure_code, group_code, period_type, period_start)
cross join meta.release;

comment on view bi.measure_value is 'Alla mått för alla kommuner, yrkesgrupper och perioder; saknas värdet säger status varför';
comment on column bi.measure_value.municipality_code is 'Kommunens fyrsiffriga kod';
comment on column bi.measure_value.municipality_name is 'Kommunens namn';
comment on column bi.measure_value.measure_code is 'Måttets kod, se bi.measure';
comment on column bi.measure_value.definition_version is 'Version av måttets definition';
comment on column bi.measure_value.split_code is 'Vad värdet är uppdelat på: alla (ingenting), yrke, kon, alder, niva, tid eller enhet';
comment on column bi.measure_value.group_code is 'Grupp, se bi.staff_group; alla för alla tillsammans';
comment on column bi.measure_value.period_type is 'Periodens slag: month (månad), november, rolling_12 (tolv månader) eller year (kalenderår)';
comment on column bi.measure_value.period_start is 'Periodens första dag';
comment on column bi.measure_value.value is 'Måttets värde; andelar som 0,12 för 12 procent. Tomt om status inte är ok';
comment on column bi.measure_value.lower_bound is 'Nedre gräns för 95 procents intervall; tom där inget intervall kan anges';
comment on column bi.measure_value.upper_bound is 'Övre gräns för 95 procents intervall; tom där inget intervall kan anges';
comment on column bi.measure_value.three_year_value is 'Värdet för året och de två före tillsammans; bara kalenderår, och bara där alla tre finns';
comment on column bi.measure_value.standardised_value is
    'Vad värdet hade varit om personalens kön och ålder vore som i alla kommuner tillsammans; bara alla och kalenderår';
comment on column bi.measure_value.standardisation_code is
    'direct: gruppernas egna värden vägda som i alla kommuner; indirect: eget värde mot det väntade, där grupper är för små';
comment on column bi.measure_value.numerator is 'Täljare';
comment on column bi.measure_value.denominator is 'Nämnare; tom där inget delas';
comment on column bi.measure_value.status is 'ok, eller varför värdet saknas, se bi.status';
comment on column bi.measure_value.release_id is 'Utgåvans beteckning';
comment on column bi.measure_value.n is 'Antal personer som värdet gäller; tomt för mått som inte gäller personer';
comment on column bi.measure_value.is_stale is 'Om en rättelse för perioden har underkänts, så att äldre uppgifter används; efter för lång tid är status stale';
comment on column bi.measure_value.cautions is 'Vad man bör tänka på innan värdet jämförs, koder ur bi.caution med mellanslag emellan; tomt om inget';
