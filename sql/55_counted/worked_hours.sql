-- Hours worked, by whether whoever worked them had a permanent post.
-- How: monthly.worked_form.
-- Grain: one row per period, group (alla, occupation), employment and month.
create or replace view counted.worked_hours as
with kind as (
    select *
    from (
        values
        ('permanent', 'Timmar som tillsvidareanställda arbetat'),
        ('temporary', 'Timmar som tidsbegränsat anställda och timavlönade arbetat')
    ) as listed (kind_code, kind_label)
),
month_time as (
    select
        work_time.municipality_code,
        work_time.employment_key,
        work_time.month,
        coalesce(work_time.worked_hours, work_time.ordinary_hours) as hours,
        max(least(term.valid_to, last_day(work_time.month))) as last_on
    from core.work_time as work_time
    inner join basis.staff_term as term using (municipality_code, employment_key)
    where term.group_code = 'alla'
        and term.valid_from <= last_day(work_time.month)
        and term.valid_to >= work_time.month
        and coalesce(work_time.worked_hours, work_time.ordinary_hours) > 0
    group by all
),
worked as (
    select
        municipality_code,
        group_code,
        month,
        person_key,
        employment_key,
        case when is_permanent then 'permanent' else 'temporary' end as kind_code,
        hours
    from month_time
    inner join basis.staff_term using (municipality_code, employment_key)
    where last_on between valid_from and valid_to and group_code in ('alla', occupation_code)
)

select
    municipality_code,
    group_code,
    period_type,
    period_start,
    kind_code,
    kind_label,
    month as counted_on,
    person_key as subject_key,
    cast(hours as decimal(18, 6)) as quantity,
    1 as month_ends,
    'work_time' as dataset,
    employment_key as row_key
from worked
inner join kind using (kind_code)
inner join basis.period_month using (month);

comment on view counted.worked_hours is 'Arbetade timmar efter anställningsform, rad för rad';
