-- Exits, starts and mean headcount over twelve months: what the flow definitions of turnover are made of.
-- The mean is of thirteen month ends, the one before the period and its own twelve. All combinations are here, also
-- those with nobody: leavers of a group that was empty at every month end must not vanish.
-- Grain: one row per municipality, occupation and period of twelve months.
create or replace view period.turnover as
with twelve_months as (
    select
        period_type,
        period_start,
        month
    from basis.period_month
    where period_type in ('rolling_12', 'year')
),
period as (
    select distinct
        period_type,
        period_start
    from twelve_months
),
month_end as (
    select * from twelve_months
    union all
    select
        period_type,
        period_start,
        plus_months(period_start, -1) as month
    from period
),
mean as (
    select
        municipality_code,
        group_code,
        period_type,
        period_start,
        cast(dec6(ratio(sum(permanent_persons), 13)) as decimal(18, 4)) as permanent_mean,
        cast(dec6(ratio(sum(monthly_paid_persons), 13)) as decimal(18, 4)) as monthly_paid_mean
    from monthly.headcount
    inner join month_end using (month)
    group by all
),
change as (
    select
        municipality_code,
        group_code,
        period_type,
        period_start,
        sum(exits_by_request) as exits_by_request,
        sum(external_exits) as external_exits,
        sum(occupation_exits) as occupation_exits,
        sum(unit_exits) as unit_exits,
        sum(temporary_exits) as temporary_exits,
        sum(leave_starts) as leave_starts,
        sum(external_starts) as external_starts,
        sum(occupation_starts) as occupation_starts
    from monthly.staff_change
    inner join twelve_months using (month)
    group by all
)

select
    municipality_code,
    group_code,
    period_type,
    period_start,
    coalesce(permanent_mean, 0) as permanent_mean,
    coalesce(monthly_paid_mean, 0) as monthly_paid_mean,
    cast(coalesce(exits_by_request, 0) as integer) as exits_by_request,
    cast(coalesce(external_exits, 0) as integer) as external_exits,
    cast(coalesce(occupation_exits, 0) as integer) as occupation_exits,
    cast(coalesce(unit_exits, 0) as integer) as unit_exits,
    cast(coalesce(temporary_exits, 0) as integer) as temporary_exits,
    cast(coalesce(leave_starts, 0) as integer) as leave_starts,
    cast(coalesce(external_starts, 0) as integer) as external_starts,
    cast(coalesce(occupation_starts, 0) as integer) as occupation_starts
from core.municipality
inner join core.staff_group using (municipality_code)
cross join period
left join mean using (municipality_code, group_code, period_type, period_start)
left join change using (municipality_code, group_code, period_type, period_start);

comment on view period.turnover is 'Avgångar, tillträden och medelantal anställda under tolv månader';
