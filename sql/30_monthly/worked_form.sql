-- Hours worked in the month, and those of them that nobody with a permanent post worked: temporary and hourly staff. The
-- terms are those of the last day of the month on which the employment held. Where worked hours are not given, the
-- ordinary ones stand in. Time without terms in the month is of no known form and is left out.
-- Grain: one row per municipality, group (alla and occupation) and month with hours worked.
create or replace view monthly.worked_form as
with month_time as (
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
)

select
    municipality_code,
    group_code,
    month,
    cast(sum(hours) as decimal(18, 4)) as hours,
    cast(coalesce(sum(hours) filter (where not is_permanent), 0) as decimal(18, 4)) as temporary_hours,
    cast(count(distinct person_key) as integer) as persons
from month_time
inner join basis.staff_term as term using (municipality_code, employment_key)
where last_on between valid_from and valid_to
    and group_code in ('alla', occupation_code)
group by all;

comment on view monthly.worked_form is 'Arbetade timmar under månaden, och de som tidsbegränsat anställda och timavlönade arbetat';
