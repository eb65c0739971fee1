-- Working time: ordinary hours and hours of sick leave of the same persons, what they worked beyond the contract, and time for
-- supervision and training. Of those with ordinary hours in the month.
-- Hours of an absence are its scheduled hours spread evenly over its days, or, where they are not given, the
-- month's ordinary hours per day employed; times the extent. Partial sick leave is a part of the hours, but whole days.
-- Two classes that are not to be mixed. By day: short are a period's first short_sick_days days, middle those up to
-- long_sick_days, late the rest. By period: all days of a period that is long, or short, from its first day.
-- Overtime and additional hours that are not given are none.
-- Grain: one row per municipality, group ('alla' too) and month.
create or replace view monthly.work_time as
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
        spell_days <= short_sick_days as is_short,
        stretch_started_on + (short_sick_days - days_before - 1) as short_to,
        stretch_started_on + (long_sick_days - 1 - days_before - 1) as middle_to
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
        ) as short_days,
        greatest(
            days_between(greatest(started_on, month), least(ended_on, month_end, middle_to)) + 1,
            0
        ) as days_before_late
    from absence
    inner join meta.month on month <= ended_on and month_end >= started_on
),
per_day as (
    select
        municipality_code,
        employment_key,
        month,
        is_long,
        is_short,
        sick_days,
        short_days,
        sick_days - days_before_late as late_days,
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
        cast(sum(sick_days * hours_a_day) filter (where is_short) as decimal(18, 4)) as short_spell_hours,
        cast(sum(short_days * hours_a_day) as decimal(18, 4)) as short_hours,
        cast(sum(late_days * hours_a_day) as decimal(18, 4)) as late_hours
    from per_day
    group by all
),
worked as (
    select
        work_month.*,
        sick_hours,
        long_hours,
        short_spell_hours,
        short_hours,
        late_hours,
        coalesce(overtime_hours, 0) + coalesce(additional_hours, 0) as extra_hours,
        overtime_hours is not null or additional_hours is not null as has_extra_hours
    from spell.work_month as work_month
    left join sick using (municipality_code, employment_key, month)
)

select
    municipality_code,
    case
        when grouping(sex_group) = 0 and grouping(age_group) = 0
            then case when sex_group is not null and age_group is not null then concat_ws('_', sex_group, age_group) end
        when grouping(occupation_group) = 0 then occupation_group
        when grouping(sex_group) = 0 then sex_group
        when grouping(age_group) = 0 then age_group
        when grouping(level_group) = 0 then level_group
        when grouping(tenure_group) = 0 then tenure_group
        when grouping(unit_group) = 0 then unit_group
        else 'alla'
    end as group_code,
    month,
    cast(count(distinct person_key) as integer) as persons,
    cast(sum(ordinary_hours) as decimal(18, 4)) as ordinary_hours,
    cast(coalesce(sum(sick_hours), 0) as decimal(18, 4)) as sick_hours,
    cast(coalesce(sum(long_hours), 0) as decimal(18, 4)) as long_hours,
    cast(coalesce(sum(short_spell_hours), 0) as decimal(18, 4)) as short_spell_hours,
    cast(coalesce(sum(short_hours), 0) as decimal(18, 4)) as short_hours,
    cast(coalesce(sum(late_hours), 0) as decimal(18, 4)) as late_hours,
    cast(sum(extra_hours) filter (where has_extra_hours) as decimal(18, 4)) as extra_hours,
    cast(sum(ordinary_hours) filter (where has_extra_hours) as decimal(18, 4)) as extra_ordinary_hours,
    cast(
        sum(supervision_hours) filter (where occupation_code in ('socialsekreterare', 'bistandshandlaggare')) as decimal(18, 4)
    ) as handler_supervision_hours,
    cast(sum(training_hours) as decimal(18, 4)) as training_hours
from worked
group by grouping sets (
    (municipality_code, month),
    (municipality_code, occupation_group, month),
    (municipality_code, sex_group, month),
    (municipality_code, age_group, month),
    (municipality_code, sex_group, age_group, month),
    (municipality_code, level_group, month),
    (municipality_code, tenure_group, month),
    (municipality_code, unit_group, month)
)
having group_code is not null;

comment on view monthly.work_time is 'Arbetstid under månaden: ordinarie timmar, sjukfrånvaro, övertid och mertid, handledning och kompetensutveckling';
comment on column monthly.work_time.long_hours is 'Timmar i sjukperioder om minst 60 dagar, från periodens första dag';
comment on column monthly.work_time.short_hours is 'Timmar på sjukperiodernas dag 1–14';
comment on column monthly.work_time.short_spell_hours is 'Timmar i sjukperioder om högst 14 dagar';
comment on column monthly.work_time.late_hours is 'Timmar från och med sjukperiodernas dag 60';
comment on column monthly.work_time.extra_hours is 'Övertid och mertid i timmar; tomt där ingen levererat dem';
comment on column monthly.work_time.extra_ordinary_hours is 'Ordinarie timmar för dem vars övertid eller mertid är levererad';
comment on column monthly.work_time.handler_supervision_hours is 'Handledning för socialsekreterare och biståndshandläggare i timmar; tomt där ingen levererat den';
comment on column monthly.work_time.training_hours is 'Kompetensutveckling i timmar; tomt där ingen levererat den';
