-- An action plan month by month: the municipality's figure beside the mean of those it is compared with.
-- To be looked at, not counted: whether the two went alike before the plan began, and when they parted. One month of a small
-- municipality is mostly chance and the seasons; the effect is in benchmark.plan_effect. There is no mean below three values.
-- Grain: one row per plan, peer group of its municipality, measure and month, of measures that have months.
create or replace view benchmark.plan_course as
with course as (
    select
        plan_id,
        peer_group_code,
        measure_code,
        period_start as month,
        before_from,
        max(case when has_plan then value end) as value,
        count(case when not has_plan then value end) as comparisons,
        ratio(sum(case when not has_plan then dec12(value) end), count(case when not has_plan then value end)) as mean_of_others
    from basis.plan_comparison
    inner join value.measure_value using (municipality_code)
    where period_type = 'month'
        and split_code = 'alla'
        and period_start between before_from and plus_months(after_from, 11)
    group by plan_id, peer_group_code, measure_code, period_start, before_from
)

select
    plan_id,
    peer_group_code,
    measure_code,
    month,
    cast(
        12 * (year(month) - year(before_from)) + month(month) - month(before_from) - 12 as integer
    ) as months_from_start,
    dec6(value) as value,
    case when comparisons >= 3 then dec6(mean_of_others) end as comparison_mean,
    cast(comparisons as integer) as comparisons
from course;

comment on view benchmark.plan_course is 'Kommunens värde månad för månad före och efter en handlingsplan, bredvid jämförelsekommunernas medelvärde';
