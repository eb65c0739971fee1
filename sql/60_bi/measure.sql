-- The catalogue: what each measure counts, for whom, and which way is good.
-- Grain: one row per measure.
create or replace view bi.measure as
with counted_for as (
    select
        measure_code,
        bool_or(period_type = 'month') as has_month,
        bool_or(period_type = 'november') as has_november,
        bool_or(period_type = 'rolling_12') as has_rolling_12,
        bool_or(period_type = 'year') as has_year
    from meta.measure_period
    group by measure_code
),

divided as (
    select
        measure_code,
        concat_ws(
            ' ',
            max(case when split_code = 'yrke' then split_code end),
            max(case when split_code = 'kon' then split_code end),
            max(case when split_code = 'alder' then split_code end),
            max(case when split_code = 'niva' then split_code end),
            max(case when split_code = 'tid' then split_code end),
            max(case when split_code = 'enhet' then split_code end)
        ) as splits,
        bool_or(split_code = 'kon_alder') as is_standardised
    from meta.measure_split
    where split_code <> 'alla'
    group by measure_code
)

select
    measure_code,
    definition_version,
    valid_from,
    family,
    measure_name,
    definition,
    numerator_text,
    denominator_text,
    population_text,
    unit_code,
    direction_code,
    smallest_group,
    smallest_count,
    coalesce(splits, '') as splits,
    coalesce(is_standardised, false) as is_standardised,
    interval_code,
    coalesce(has_month, false) as has_month,
    coalesce(has_november, false) as has_november,
    coalesce(has_rolling_12, false) as has_rolling_12,
    coalesce(has_year, false) as has_year,
    official_id
from meta.measure
left join counted_for using (measure_code)
left join divided using (measure_code);

comment on view bi.measure is 'Måttens definitioner';
comment on column bi.measure.measure_code is 'Måttets kod';
comment on column bi.measure.definition_version is 'Version av måttets definition';
comment on column bi.measure.valid_from is 'Dagen då versionen började gälla';
comment on column bi.measure.family is 'Område som måttet hör till';
comment on column bi.measure.measure_name is 'Måttets namn';
comment on column bi.measure.definition is 'Vad måttet säger';
comment on column bi.measure.numerator_text is 'Vad som räknas i täljaren';
comment on column bi.measure.denominator_text is 'Vad som räknas i nämnaren';
comment on column bi.measure.population_text is 'Vilka måttet gäller';
comment on column bi.measure.unit_code is 'Enhet: share (andel), ratio (kvot), count (antal), days (dagar), hours (timmar), sek (kronor) eller index (0 till 100)';
comment on column bi.measure.direction_code is 'lower_is_better (lågt är bra), higher_is_better (högt är bra) eller none (varken eller)';
comment on column bi.measure.smallest_group is 'Minsta antal personer eller ärenden som ett visat värde får gälla; 0 om det inte gäller personer';
comment on column bi.measure.smallest_count is 'Antal som är färre än så, men inte noll, visas inte; 0 om alla visas';
comment on column bi.measure.splits is 'Vad måttet delas upp på, med mellanslag emellan: yrke, kon, alder, niva, tid, enhet; tomt om inget';
comment on column bi.measure.is_standardised is 'Om helårsvärdet för alla också anges standardiserat för kön och ålder';
comment on column bi.measure.interval_code is 'Hur osäkerheten anges: wilson (andel av personer eller ärenden), byar (händelser per person) eller none';
comment on column bi.measure.has_month is 'Om måttet räknas för månader';
comment on column bi.measure.has_november is 'Om måttet räknas för november varje år, som den officiella personalstatistiken';
comment on column bi.measure.has_rolling_12 is 'Om måttet räknas för tolv månader åt gången';
comment on column bi.measure.has_year is 'Om måttet räknas för kalenderår';
comment on column bi.measure.official_id is 'Motsvarande officiella nyckeltal, till exempel i Kolada';
