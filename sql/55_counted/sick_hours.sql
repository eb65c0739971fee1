-- Hours of sick leave, by the day of the sick period they fall on and by how long the period is.
-- The two classes are crossed, so that each definition is a choice of kinds. How hours come of an absence: monthly.work_time.
-- Grain: one row per period, group, absence, month and kind.
create or replace view counted.sick_hours as
with kind as (
    select *
    from (
        values
        ('short_day_short', 'Dag 1–14 i en period om högst 14 dagar'),
        ('short_day_middle', 'Dag 1–14 i en period om 15–59 dagar'),
        ('short_day_long', 'Dag 1–14 i en period om minst 60 dagar'),
        ('middle_day_middle', 'Dag 15–59 i en period om 15–59 dagar'),
        ('middle_day_long', 'Dag 15–59 i en period om minst 60 dagar'),
        ('late_day_long', 'Från dag 60 i en period om minst 60 dagar')
    ) as listed (kind_code, kind_label)
),
setting as (
    select
        cast(max(parameter_value) filter (where parameter_name = 'long_sick_days') as integer) as long_sick_days,
        cast(max(parameter_value) filter (where parameter_name = 'short_sick_days') as integer) as short_sick_days
    from meta.parameter
),
absence_month as (
    select
        municipality_code,
        employment_key,
        absence_no,
        person_key,
        month,
        greatest(started_on, month) as counted_on,
        extent_share,
        scheduled_hours,
        stated_days,
        case
            when spell_days >= long_sick_days then 'long'
            when spell_days <= short_sick_days then 'short'
            else 'middle'
        end as spell_class,
        days_between(greatest(started_on, month), least(ended_on, month_end)) + 1 as sick_days,
        greatest(
            days_between(
                greatest(started_on, month),
                least(ended_on, month_end, stretch_started_on + (short_sick_days - days_before - 1))
            ) + 1,
            0
        ) as short_days,
        greatest(
            days_between(
                greatest(started_on, month),
                least(ended_on, month_end, stretch_started_on + (long_sick_days - 1 - days_before - 1))
            ) + 1,
            0
        ) as days_before_late
    from spell.sick_absence
    cross join setting
    inner join meta.month on month <= ended_on and month_end >= started_on
),
hourly as (
    select
        absence_month.*,
        occupation_group,
        sex_group,
        age_group,
        level_group,
        tenure_group,
        unit_group,
        extent_share
            * case
                when scheduled_hours is not null then dec6(ratio(scheduled_hours, stated_days))
                else dec6(ratio(ordinary_hours, employed_days))
            end as hours_a_day
    from absence_month
    inner join spell.work_month using (municipality_code, employment_key, month)
),
day_class as (
    select *
    from (values ('short_day'), ('middle_day'), ('late_day')) as listed (day_class_code)
),
classed as (
    select
        hourly.*,
        concat_ws('_', day_class_code, spell_class) as kind_code,
        case
            when day_class_code = 'short_day' then short_days
            when day_class_code = 'middle_day' then days_before_late - short_days
            else sick_days - days_before_late
        end as class_days
    from hourly
    cross join day_class
),
split as (
    select *
    from (
        values ('alla'), ('yrke'), ('kon'), ('alder'), ('niva'), ('tid'), ('enhet')
    ) as listed (split_code)
),
grouped as (
    select
        *,
        case
            when split_code = 'alla' then 'alla'
            when split_code = 'yrke' then occupation_group
            when split_code = 'kon' then sex_group
            when split_code = 'alder' then age_group
            when split_code = 'niva' then level_group
            when split_code = 'tid' then tenure_group
            else unit_group
        end as group_code
    from classed
    cross join split
    where class_days > 0
)

select
    municipality_code,
    group_code,
    period_type,
    period_start,
    kind_code,
    kind_label,
    counted_on,
    person_key as subject_key,
    cast(class_days * hours_a_day as decimal(18, 6)) as quantity,
    1 as month_ends,
    'absence' as dataset,
    absence_no as row_key
from grouped
inner join kind using (kind_code)
inner join basis.period_month using (month)
where group_code is not null;

comment on view counted.sick_hours is 'Sjukfrånvarotimmar, rad för rad';
