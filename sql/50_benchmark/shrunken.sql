-- What a small municipality's figure most likely is: drawn towards its group, the more the fewer persons it stands on.
-- Beta-binomial empirical Bayes, the prior by moments: with m the group's mean of municipalities and τ² their variance less
-- what chance explains, the prior weighs m (1 − m) / τ² − 1 persons. Where chance explains all, the figure is the group's.
-- Beside the raw figure and its interval, never instead of them. There is none with fewer than five values.
-- Grain: one row per figure and peer group, of measures whose interval is Wilson's.
create or replace view benchmark.shrunken as
with figure as (
    select
        measure_code,
        municipality_code,
        group_code,
        period_type,
        period_start,
        peer_group_code,
        cast(value as double) as share,
        cast(numerator as double) as events,
        cast(denominator as double) as persons
    from value.measure_value
    inner join meta.measure using (measure_code)
    inner join period.peer using (municipality_code, period_type, period_start)
    where status = 'ok' and split_code <> 'enhet' and interval_code = 'wilson' and denominator > 0 and numerator <= denominator
),

moments as (
    select
        measure_code,
        group_code,
        period_type,
        period_start,
        peer_group_code,
        ratio(sum(share), count(*)) as mean_share,
        var_samp(share) as variance,
        ratio(sum(ratio(1, persons)), count(*)) as mean_inverse
    from figure
    group by all
    having count(*) >= 5
),

explained as (
    select
        *,
        variance - mean_share * (1 - mean_share) * mean_inverse as variance_left
    from moments
    where mean_share > 0 and mean_share < 1
),

prior as (
    select
        *,
        case
            when variance_left > 0 then greatest(ratio(mean_share * (1 - mean_share), variance_left) - 1, 0)
        end as prior_persons
    from explained
)

select
    measure_code,
    municipality_code,
    group_code,
    period_type,
    period_start,
    peer_group_code,
    dec6(prior_persons) as prior_persons,
    case
        when prior_persons is null then dec6(mean_share)
        else dec6(ratio(events + prior_persons * mean_share, persons + prior_persons))
    end as shrunken_value
from figure
inner join prior using (measure_code, group_code, period_type, period_start, peer_group_code);

comment on view benchmark.shrunken is 'Värdet draget mot jämförelsegruppens, mer ju färre personer det gäller (empirisk Bayes)';
comment on column benchmark.shrunken.prior_persons is 'Hur många personer gruppens värde väger; tomt där slumpen förklarar alla skillnader';
