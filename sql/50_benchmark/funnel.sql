-- Whether a municipality differs from its group by more than chance: limits around the group's common share.
-- For a share of n the limits are p ± z √(φ p (1 − p) / n), with p the group's numerators by its denominators. φ is the
-- over-dispersion: municipalities differ for more reasons than chance, and limits that ignore it call half of them outliers.
-- It is the mean of the squared deviations with the outer tenths drawn in (winsorised), and at least one. With fewer than
-- five values there are no limits; with fewer than ten φ cannot be told and is one.
-- Source: Spiegelhalter 2005, Statistics in Medicine 24:1185-1202.
-- Grain: one row per figure and peer group, of measures whose interval is Wilson's.
create or replace view benchmark.funnel as
with figure as (
    select
        measure_code,
        municipality_code,
        group_code,
        period_type,
        period_start,
        peer_group_code,
        cast(value as double) as share,
        cast(denominator as double) as persons,
        cast(numerator as double) as events
    from value.measure_value
    inner join meta.measure using (measure_code)
    inner join period.peer using (municipality_code, period_type, period_start)
    where status = 'ok' and split_code <> 'enhet' and interval_code = 'wilson' and denominator > 0
),

pooled as (
    select
        *,
        ratio(sum(events) over peers, sum(persons) over peers) as common_share,
        count(*) over peers as municipalities
    from figure
    window peers as (partition by measure_code, group_code, period_type, period_start, peer_group_code)
),

deviating as (
    select
        *,
        sqrt(ratio(common_share * (1 - common_share), persons)) as standard_error,
        ratio(share - common_share, sqrt(ratio(common_share * (1 - common_share), persons))) as deviation
    from pooled
    where municipalities >= 5 and common_share > 0 and common_share < 1
),

tails as (
    select
        measure_code,
        group_code,
        period_type,
        period_start,
        peer_group_code,
        percentile_cont(0.1) within group (order by deviation) as lower_tail,
        percentile_cont(0.9) within group (order by deviation) as upper_tail
    from deviating
    group by all
),

dispersed as (
    select
        deviating.*,
        case
            when municipalities < 10 then 1
            else greatest(
                1,
                ratio(sum(power(least(greatest(deviation, lower_tail), upper_tail), 2)) over peers, municipalities)
            )
        end as over_dispersion
    from deviating
    inner join tails using (measure_code, group_code, period_type, period_start, peer_group_code)
    window peers as (partition by measure_code, group_code, period_type, period_start, peer_group_code)
)

select
    measure_code,
    municipality_code,
    group_code,
    period_type,
    period_start,
    peer_group_code,
    dec6(common_share) as common_share,
    dec6(over_dispersion) as over_dispersion,
    dec6(greatest(common_share - 1.959964 * sqrt(over_dispersion) * standard_error, 0)) as lower_limit_95,
    dec6(least(common_share + 1.959964 * sqrt(over_dispersion) * standard_error, 1)) as upper_limit_95,
    dec6(greatest(common_share - 3.090232 * sqrt(over_dispersion) * standard_error, 0)) as lower_limit_998,
    dec6(least(common_share + 3.090232 * sqrt(over_dispersion) * standard_error, 1)) as upper_limit_998,
    dec6(ratio(deviation, sqrt(over_dispersion))) as deviation
from dispersed;

comment on view benchmark.funnel is 'Gränser för slumpen kring jämförelsegruppens gemensamma andel (trattdiagram)';
comment on column benchmark.funnel.common_share is 'Gruppens täljare genom dess nämnare';
comment on column benchmark.funnel.over_dispersion is 'Hur mycket mer kommunerna skiljer sig åt än slumpen förklarar; 1 är slump';
comment on column benchmark.funnel.deviation is 'Kommunens avvikelse i standardavvikelser; utanför ±1,96 skiljer den sig från gruppen';
