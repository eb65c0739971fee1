-- No figure stands on fewer persons or tells of fewer cases than its measure allows, nor can one be worked out from others.
-- One can where the municipality as a whole is shown and just one of its groups is not: the rest is that one. Staff and
-- clients with a protected identity are in no group, which makes them one that is not shown. A group that is hidden only to cover for
-- another may be found out where that one was empty, and twelve months in whose mean there are few where each with anybody in it is
-- shown. And one can where twelve months are shown together and all but one of them alone.
-- Severity: fail
-- Remedy: Publicera inte. Se efter hur värden undertrycks i sql/45_value.
with with_protected as (
    select distinct
        municipality_code,
        measure_code
    from basis.protected_line
    inner join lake.live_delivery using (delivery_id)
    inner join meta.measure_dataset using (dataset)
),

whole as (
    select
        measure_code,
        municipality_code,
        period_type,
        period_start
    from value.measure_value
    where group_code = 'alla' and status = 'ok'
),

told_by_months as (
    select
        longer.measure_code,
        longer.municipality_code,
        longer.group_code,
        longer.period_type,
        longer.period_start
    from value.measure_value as longer
    inner join basis.period_month using (period_type, period_start)
    inner join value.measure_value as each_month
        on each_month.measure_code = longer.measure_code
        and each_month.municipality_code = longer.municipality_code
        and each_month.group_code = longer.group_code
        and each_month.period_type = 'month'
        and each_month.period_start = month
    where longer.status = 'suppressed' and longer.period_type = 'rolling_12'
    group by all
    having count_if(each_month.status = 'suppressed') = 0
),

municipality_split as (
    select
        measure_code,
        municipality_code,
        period_type,
        period_start,
        split_code,
        count_if(status = 'ok') as groups_shown,
        count_if(status = 'suppressed') + max(case when with_protected.measure_code is null then 0 else 1 end) as groups_hidden,
        count_if(own_status = 'suppressed' and told_by_months.measure_code is null) + max(case when with_protected.measure_code is null then 0 else 1 end) as groups_secret
    from value.measure_value
    inner join judged.figure using (measure_code, municipality_code, split_code, group_code, period_type, period_start)
    inner join whole using (measure_code, municipality_code, period_type, period_start)
    left join with_protected using (measure_code, municipality_code)
    left join told_by_months using (measure_code, municipality_code, group_code, period_type, period_start)
    where split_code <> 'alla'
    group by all
),

twelve_months as (
    select
        longer.measure_code,
        longer.municipality_code,
        longer.group_code,
        longer.period_type,
        longer.period_start,
        count_if(each_month.status = 'ok') as months_shown,
        count_if(each_month.status = 'suppressed') as months_hidden
    from value.measure_value as longer
    inner join basis.period_month using (period_type, period_start)
    inner join value.measure_value as each_month
        on each_month.measure_code = longer.measure_code
        and each_month.municipality_code = longer.municipality_code
        and each_month.group_code = longer.group_code
        and each_month.period_type = 'month'
        and each_month.period_start = month
    where longer.status = 'ok' and longer.period_type in ('rolling_12', 'year')
    group by all
)

select
    measure_code,
    municipality_code,
    group_code,
    period_type,
    period_start
from value.measure_value
inner join meta.measure using (measure_code)
where status = 'ok'
    and (
        group_size < smallest_group
        or numerator > 0 and numerator < smallest_count
        or unit_code = 'share' and numerator < denominator and denominator - numerator < smallest_count
    )
union all
select
    measure_code,
    municipality_code,
    split_code as group_code,
    period_type,
    period_start
from municipality_split
where groups_shown > 0 and groups_hidden = 1 and groups_secret = 1
union all
select
    measure_code,
    municipality_code,
    group_code,
    period_type,
    period_start
from twelve_months
where months_shown > 0 and months_hidden = 1;
