-- Ordinary hours and hours of sick leave, of the same persons: those with working time in the month.
-- Hours of an absence are its scheduled hours spread evenly over its days, or, where they are not given, the
-- month's ordinary hours per day employed; times the extent. Partial sick leave is a part of the hours, but whole days.
-- long: in a sick period of at least long_sick_days, from its first day. short: its first short_sick_days days.
-- Grain: one row per municipality, occupation ('alla' too) and month.
create or replace view monthly.sick_leave as
with setting as (
    select
        cast(max(parameter_value) filter (where parameter_name = 'long_sick_days') as integer) as long_sick_days,
        cast(max(parameter_value) filter (where parameter_name = 'short_sick_days') as integer) as short_sick_days
    from meta.parameter
),
absence as (
    select
        municipality_code,
        employment_key,
        started_on,
        ended_on,
        extent_share,
        scheduled_hours,
        stated_days,
        spell_days >= long_sick_days as is_long,
        stretch_started_on + (short_sick_days - days_before - 1) as short_to
    from spell.sick_absence
    cross join setting
),
absence_month as (
    select
        absence.*,
        month,
        days_between(greatest(started_on, month), least(ended_on, month_end)) + 1 as sick_days,
        greatest(
            days_between(greatest(started_on, month), least(ended_on, month_end, short_to)) + 1,
            0
        ) as short_days
    from absence
    inner join meta.month on month <= ended_on and month_end >= started_on
),
per_day as (
    select
        municipality_code,
        employment_key,
        month,
        is_long,
        sick_days,
        short_days,
        extent_share
            * case
                when scheduled_hours is not null then dec6(ratio(scheduled_hours, stated_days))
                else dec6(ratio(ordinary_hours, employed_days))
            end as hours_a_day
    from absence_month
    inner join spell.work_month using (municipality_code, employment_key, month)
),
sick as (
    select
        municipality_code,
        employment_key,
        month,
        cast(sum(sick_days * hours_a_day) as decimal(18, 4)) as sick_hours,
        cast(sum(sick_days * hours_a_day) filter (where is_long) as decimal(18, 4)) as long_hours,
        cast(sum(short_days * hours_a_day) as decimal(18, 4)) as short_hours
    from per_day
    group by all
)

select
    municipality_code,
    case when grouping(occupation_code) = 1 then 'alla' else occupation_code end as occupation_code,
    month,
    cast(count(distinct person_key) as integer) as persons,
    cast(sum(ordinary_hours) as decimal(18, 4)) as ordinary_hours,
    cast(coalesce(sum(sick_hours), 0) as decimal(18, 4)) as sick_hours,
    cast(coalesce(sum(long_hours), 0) as decimal(18, 4)) as long_hours,
    cast(coalesce(sum(short_hours), 0) as decimal(18, 4)) as short_hours
from spell.work_month
left join sick using (municipality_code, employment_key, month)
group by grouping sets ((municipality_code, occupation_code, month), (municipality_code, month))
having grouping(occupation_code) = 1 or occupation_code is not null;

comment on view monthly.sick_leave is 'Ordinarie timmar och sjukfrånvarotimmar under månaden';
comment on column monthly.sick_leave.long_hours is 'Timmar i sjukperioder om minst 60 dagar, från periodens första dag';
comment on column monthly.sick_leave.short_hours is 'Timmar på sjukperiodernas dag 1–14';
