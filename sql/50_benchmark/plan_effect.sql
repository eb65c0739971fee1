-- Before and after an action plan: how much more a figure changed there than in municipalities without a plan.
-- The difference of differences: the change from the twelve months before to the twelve after, less the mean change of the
-- comparison municipalities. Where a measure has rolling twelve months, each time is one such figure, so that every month of
-- it weighs by its size; where it has months only, the mean of the twelve, all of which have to be there. Months are never
-- counted as so many observations: what is compared is municipalities. Measures of calendar years alone have no row: their
-- years mix the time before with the time after.
-- How unusual it is, is found by giving the plan to each of the others in turn: p is the share of all of them, the
-- municipality itself included, whose change stands out from the others' as much, whichever way. With n comparisons p is
-- never below 1 / (n + 1): with fewer than nineteen the effect has no verdict, with fewer than three there is no effect.
-- Plans begin in crises: a figure outside the middle half of the group would have come back by itself, in part.
-- Where both figures are hidden only for what could be worked out from them and others, their change is told and they are not;
-- where one of them is, the change would give it away and is not told.
-- Nothing of this says that the plan was the cause, and of a hundred figures five stand out by chance.
-- Source: Abadie, Diamond and Hainmueller 2010, Journal of the American Statistical Association 105:493-505.
-- Grain: one row per plan, peer group of its municipality, and measure of months or rolling twelve months.
create or replace view benchmark.plan_effect as
with method as (
    select
        measure_code,
        case when bool_or(period_type = 'rolling_12') then 'rolling_12' else 'month' end as period_type,
        case when bool_or(period_type = 'rolling_12') then 1 else 12 end as periods
    from meta.measure_period
    where period_type in ('month', 'rolling_12')
    group by measure_code
),

side as (
    select distinct
        plan_id,
        'before' as side,
        before_from as side_from
    from basis.plan_comparison
    union all
    select distinct
        plan_id,
        'after' as side,
        after_from as side_from
    from basis.plan_comparison
),

figure as (
    select
        plan_id,
        method.measure_code,
        measured.municipality_code,
        count(*) filter (where side = 'before' and own_status not in ('not_delivered', 'incomplete')) as periods_before,
        count(*) filter (where side = 'after' and own_status not in ('not_delivered', 'incomplete')) as periods_after,
        count(*) filter (where side = 'before' and own_status = 'ok') as known_before,
        count(*) filter (where side = 'after' and own_status = 'ok') as known_after,
        count(*) filter (where side = 'before' and shown.status = 'ok') as shown_before,
        count(*) filter (where side = 'after' and shown.status = 'ok') as shown_after,
        ratio(sum(dec12(measured.value)) filter (where side = 'before' and own_status = 'ok'), max(periods)) as mean_before,
        ratio(sum(dec12(measured.value)) filter (where side = 'after' and own_status = 'ok'), max(periods)) as mean_after
    from side
    cross join method
    inner join judged.figure as measured
        on measured.measure_code = method.measure_code
        and measured.period_type = method.period_type
        and measured.period_start between side_from and plus_months(side_from, periods - 1)
    inner join value.measure_value as shown
        on shown.measure_code = measured.measure_code
        and shown.municipality_code = measured.municipality_code
        and shown.split_code = measured.split_code
        and shown.period_type = measured.period_type
        and shown.period_start = measured.period_start
    where measured.split_code = 'alla'
    group by plan_id, method.measure_code, measured.municipality_code
),

seen as (
    select
        *,
        shown_before = periods as before_is_shown,
        shown_after = periods as after_is_shown
    from figure
    inner join method using (measure_code)
),

told as (
    select
        plan_id,
        peer_group_code,
        measure_code,
        municipality_code,
        has_plan,
        method.period_type,
        method.periods,
        before_from,
        after_from,
        coalesce(before_is_shown, false) as before_is_shown,
        coalesce(after_is_shown, false) as after_is_shown,
        coalesce(periods_before, 0) as periods_before,
        coalesce(periods_after, 0) as periods_after,
        case when known_before = method.periods then mean_before end as value_before,
        case when known_after = method.periods then mean_after end as value_after
    from basis.plan_comparison
    cross join method
    left join seen using (plan_id, measure_code, municipality_code)
),

changed as (
    select
        *,
        case when before_is_shown = after_is_shown then value_after - value_before end as change
    from told
),

-- Each beside all the others, as if it had had the plan.
pooled as (
    select
        *,
        count(change) over pool - 1 as comparisons,
        sum(dec12(change)) over pool as change_of_all
    from changed
    window pool as (partition by plan_id, peer_group_code, measure_code)
),

standing_out as (
    select
        *,
        ratio(change_of_all - change, comparisons) as change_of_others,
        dec6(change - ratio(change_of_all - change, comparisons)) as effect
    from pooled
),

ranked as (
    select
        *,
        max(case when has_plan then abs(effect) end) over pool as size_of_effect
    from standing_out
    window pool as (partition by plan_id, peer_group_code, measure_code)
),

extremes as (
    select
        plan_id,
        peer_group_code,
        measure_code,
        count(*) filter (where abs(effect) >= size_of_effect) as as_unusual,
        percentile_cont(0.25) within group (order by value_before) as lower_quartile,
        percentile_cont(0.75) within group (order by value_before) as upper_quartile
    from ranked
    group by plan_id, peer_group_code, measure_code
),

judged as (
    select
        ranked.*,
        as_unusual,
        lower_quartile,
        upper_quartile,
        case
            when periods_before < periods then 'time_before'
            when periods_after < periods then 'time_after'
            when change is null then 'figure_missing'
            when comparisons < 3 then 'no_comparisons'
            when comparisons < 19 then 'few_comparisons'
            when as_unusual * 20 <= comparisons + 1 then 'stands_out'
            else 'as_the_others'
        end as plan_verdict_code
    from ranked
    inner join extremes using (plan_id, peer_group_code, measure_code)
    where has_plan
)

select
    plan_id,
    peer_group_code,
    measure_code,
    period_type,
    before_from,
    after_from,
    case when before_is_shown then dec6(value_before) end as value_before,
    case when after_is_shown then dec6(value_after) end as value_after,
    dec6(change) as change,
    case when effect_is_told then dec6(change_of_others) end as comparison_change,
    case when effect_is_told then effect end as effect,
    case when change is not null then cast(comparisons as integer) end as comparisons,
    case when effect_is_told then dec6(ratio(as_unusual, comparisons + 1)) end as p_value,
    case when effect_is_told then dec6(ratio(1, comparisons + 1)) end as smallest_p_value,
    plan_verdict_code,
    effect_is_told and (value_before < lower_quartile or value_before > upper_quartile) as was_extreme
from (
    select
        *,
        plan_verdict_code in ('few_comparisons', 'stands_out', 'as_the_others') as effect_is_told
    from judged
) as judged_and_told;

comment on view benchmark.plan_effect is 'Hur mycket mer ett mått ändrades efter en handlingsplan än i kommuner utan plan';
comment on column benchmark.plan_effect.p_value is 'Andel av kommunerna, med den egna, vars ändring avviker minst lika mycket från de andras';
comment on column benchmark.plan_effect.was_extreme is 'Om värdet före låg utanför gruppens mittersta hälft';
