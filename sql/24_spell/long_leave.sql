-- Full-time parental leave and leave of absence of at least long_leave_days, on end.
-- Rows that follow on each other are one leave, whatever the employment or reason: a leave of nine months is often
-- registered month by month.
-- Grain: one row per municipality, person and first day of the leave.
create or replace view spell.long_leave as
with setting as (
    select cast(max(parameter_value) as integer) as long_leave_days
    from meta.parameter
    where parameter_name = 'long_leave_days'
),
earlier as (
    select
        *,
        max(ended_on) over earlier_absences as away_to
    from basis.staff_absence
    where absence_reason_code in ('foraldraledig', 'tjanstledig_studier', 'tjanstledig_ovrig') and extent_share >= 1
    window earlier_absences as (
        partition by municipality_code, person_key
        order by started_on, ended_on, absence_no
        rows between unbounded preceding and 1 preceding
    )
),
numbered as (
    select
        *,
        sum(case when started_on <= away_to + 1 then 0 else 1 end) over so_far as leave_no
    from earlier
    window so_far as (
        partition by municipality_code, person_key
        order by started_on, ended_on, absence_no
        rows between unbounded preceding and current row
    )
),
leave as (
    select
        municipality_code,
        person_key,
        min(started_on) as started_on,
        max(ended_on) as ended_on
    from numbered
    group by municipality_code, person_key, leave_no
)

select leave.*
from leave
cross join setting
where days_between(started_on, ended_on) + 1 >= long_leave_days;

comment on view spell.long_leave is 'Föräldraledighet och tjänstledighet på heltid i minst 90 dagar i följd (gränsen är parametern long_leave_days)';
