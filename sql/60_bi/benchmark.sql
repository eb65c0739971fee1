-- Each figure beside those of the municipality's peers.
-- A municipality is one of its own peers. Each row occurs once for every peer group: choose one, or a division, before counting.
-- The group is that of the period's last day; of a period before the first edition known, it is of a later division.
-- Grain: one row per municipality, measure, occupation, period and peer group.
create or replace view bi.benchmark as
select
    municipality_code,
    municipality_name,
    measure_code,
    measure_value.definition_version,
    split_code,
    group_code,
    period_type,
    period_start,
    peer_group_code,
    division_code,
    division_year,
    is_later_division,
    value,
    status,
    lower_quartile,
    median,
    upper_quartile,
    unweighted_mean,
    weighted_mean,
    lower_limit_95,
    upper_limit_95,
    lower_limit_998,
    upper_limit_998,
    shrunken_value,
    case
        when status <> 'ok' then 'no_value'
        when deviation is null then 'no_limits'
        when deviation > 3.090232 then 'far_above'
        when deviation > 1.959964 then 'above'
        when deviation < -3.090232 then 'far_below'
        when deviation < -1.959964 then 'below'
        else 'as_the_group'
    end as verdict_code,
    coalesce(peer_count, 0) as peer_count,
    coalesce(peer_status, 'few_peers') as peer_status,
    rank_in_group,
    is_stale,
    release_id
from value.measure_value
inner join core.municipality using (municipality_code)
inner join period.peer using (municipality_code, period_type, period_start)
left join benchmark.peer_statistics
    using (measure_code, group_code, period_type, period_start, peer_group_code)
left join benchmark.peer_rank
    using (municipality_code, measure_code, group_code, period_type, period_start, peer_group_code)
left join benchmark.peer_mean
    using (measure_code, group_code, period_type, period_start, peer_group_code)
left join benchmark.funnel
    using (municipality_code, measure_code, group_code, period_type, period_start, peer_group_code)
left join benchmark.shrunken
    using (municipality_code, measure_code, group_code, period_type, period_start, peer_group_code)
cross join meta.release
where split_code <> 'enhet' and is_compared;

comment on view bi.benchmark is 'Varje värde bredvid jämförelsegruppens median, kvartiler och rangordning';
comment on column bi.benchmark.municipality_code is 'Kommunens fyrsiffriga kod';
comment on column bi.benchmark.municipality_name is 'Kommunens namn';
comment on column bi.benchmark.measure_code is 'Måttets kod, se bi.measure';
comment on column bi.benchmark.definition_version is 'Version av måttets definition';
comment on column bi.benchmark.split_code is 'Vad värdet är uppdelat på: alla (ingenting), yrke, kon, alder, niva, tid eller enhet';
comment on column bi.benchmark.group_code is 'Grupp, se bi.staff_group; alla för alla tillsammans';
comment on column bi.benchmark.period_type is 'Periodens slag: month (månad), november, rolling_12 (tolv månader) eller year (kalenderår)';
comment on column bi.benchmark.period_start is 'Periodens första dag';
comment on column bi.benchmark.peer_group_code is 'Jämförelsegrupp, se bi.peer_group';
comment on column bi.benchmark.division_code is 'Indelningen som gruppen hör till: alla, skr (SKR:s kommungrupper) eller rka_ifo (RKA:s liknande kommuner)';
comment on column bi.benchmark.division_year is 'Utgåva av indelningen; tomt för alla';
comment on column bi.benchmark.is_later_division is 'Om indelningen är från ett senare år än perioden, för att ingen tidigare är känd';
comment on column bi.benchmark.value is 'Kommunens värde; andelar som 0,12 för 12 procent. Tomt om status inte är ok';
comment on column bi.benchmark.status is 'ok, eller varför värdet saknas, se bi.status';
comment on column bi.benchmark.lower_quartile is 'Nedre kvartil bland gruppens kommuner, ovägt, med den egna';
comment on column bi.benchmark.median is 'Median bland gruppens kommuner, ovägt, med den egna';
comment on column bi.benchmark.upper_quartile is 'Övre kvartil bland gruppens kommuner, ovägt, med den egna';
comment on column bi.benchmark.unweighted_mean is 'Ovägt medelvärde bland gruppens kommuner: alla kommuner väger lika';
comment on column bi.benchmark.weighted_mean is 'Vägt medelvärde: gruppens täljare genom dess nämnare; tomt där inget delas';
comment on column bi.benchmark.lower_limit_95 is 'Under detta skiljer sig kommunen från gruppen (95 procent, trattdiagram)';
comment on column bi.benchmark.upper_limit_95 is 'Över detta skiljer sig kommunen från gruppen (95 procent, trattdiagram)';
comment on column bi.benchmark.lower_limit_998 is 'Under detta skiljer sig kommunen tydligt från gruppen (99,8 procent)';
comment on column bi.benchmark.upper_limit_998 is 'Över detta skiljer sig kommunen tydligt från gruppen (99,8 procent)';
comment on column bi.benchmark.shrunken_value is 'Värdet draget mot gruppens, mer ju färre personer det gäller; ett komplement till value';
comment on column bi.benchmark.verdict_code is 'Vad jämförelsen visar, se bi.verdict';
comment on column bi.benchmark.peer_count is 'Antal kommuner i gruppen som har ett värde, med den egna';
comment on column bi.benchmark.peer_status is 'ok, eller few_peers när gruppen har för få värden för median och kvartiler';
comment on column bi.benchmark.rank_in_group is 'Plats i gruppen: 1 är lägst värde, vare sig lågt är bra eller dåligt';
comment on column bi.benchmark.is_stale is 'Om en rättelse för perioden har underkänts, så att äldre uppgifter används';
comment on column bi.benchmark.release_id is 'Utgåvans beteckning';
