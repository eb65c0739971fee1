-- Do our figures agree with Kolada's? Own and official figure, how much they differ, and what is known to differ, in words.
-- Both are on the scale that the official figure is published in: shares in per cent.
-- Grain: one row per municipality of this release, official indicator and year that is entered.
create or replace view bi.reconciliation as
select
    municipality_code,
    municipality_name,
    indicator_id,
    indicator_title,
    measure_code,
    measure.definition_version,
    group_code,
    period_type,
    period_start,
    year,
    own_value,
    official_value,
    difference,
    own_n,
    official_n,
    status,
    reasons,
    case
        when reasons = 'rounding' then 'Stämmer: skillnaden ryms i avrundningen'
        when reasons = 'own_suppressed' then 'Vårt värde visas inte: det gäller för få personer'
        when reasons = 'own_missing' and status is null then 'Vi räknar inte värdet för gruppen och perioden'
        when reasons = 'own_missing' then 'Vårt värde saknas: status säger varför'
        when reasons = 'unexplained' then 'Oförklarad'
        else concat_ws(
            '. ',
            nullif(definition_difference, ''),
            nullif(population_difference, ''),
            nullif(period_difference, ''),
            break_text
        )
    end as reason_text,
    source,
    entered_on,
    release_id
from benchmark.reconciliation
inner join core.municipality using (municipality_code)
inner join meta.measure as measure using (measure_code)
inner join meta.official_indicator using (indicator_id, measure_code, group_code)
cross join meta.release;

comment on view bi.reconciliation is 'Avstämning mot officiell statistik: vårt värde, det officiella, skillnaden och vad man vet skiljer';
comment on column bi.reconciliation.municipality_code is 'Kommunens fyrsiffriga kod';
comment on column bi.reconciliation.municipality_name is 'Kommunens namn';
comment on column bi.reconciliation.indicator_id is 'Det officiella nyckeltalets beteckning, till exempel i Kolada';
comment on column bi.reconciliation.indicator_title is 'Det officiella nyckeltalets namn';
comment on column bi.reconciliation.measure_code is 'Vårt mått, se bi.measure';
comment on column bi.reconciliation.definition_version is 'Version av måttets definition';
comment on column bi.reconciliation.group_code is 'Vår grupp, se bi.staff_group; alla för alla tillsammans';
comment on column bi.reconciliation.period_type is 'Vår periods slag: year (kalenderår) eller month (månaden november)';
comment on column bi.reconciliation.period_start is 'Vår periods första dag';
comment on column bi.reconciliation.year is 'Året som det officiella värdet gäller';
comment on column bi.reconciliation.own_value is 'Vårt värde, i det officiellas enhet: andelar i procent. Tomt om status inte är ok';
comment on column bi.reconciliation.official_value is 'Det officiella värdet, som någon fört in';
comment on column bi.reconciliation.difference is 'Vårt värde minus det officiella; tomt om vårt saknas eller inte visas';
comment on column bi.reconciliation.own_n is 'Antal personer som vårt värde gäller; tomt om det saknas eller inte visas';
comment on column bi.reconciliation.official_n is 'Antal personer som det officiella värdet gäller; tomt om det inte är känt';
comment on column bi.reconciliation.status is 'Vårt värdes status: ok, eller varför det saknas, se bi.status; tomt om vi inte räknar det för gruppen och perioden';
comment on column bi.reconciliation.reasons is
    'Skäl till skillnaden, med mellanslag emellan: definition, population, period, series_break; eller rounding (stämmer), own_missing, own_suppressed eller unexplained';
comment on column bi.reconciliation.reason_text is 'Skälen i ord; de säger vad som skiljer, inte hur mycket det gör';
comment on column bi.reconciliation.source is 'Var det officiella värdet står';
comment on column bi.reconciliation.entered_on is 'Dagen då det fördes in';
comment on column bi.reconciliation.release_id is 'Utgåvans beteckning';
