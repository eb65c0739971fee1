-- Full-time absence from an employment of at least long_absence_days, on end: those who are not there to take cases.
-- Holidays and time in lieu are left out: a long July holiday does not make anyone absent from the workforce.
-- Grain: one row per municipality, employment and first day of the absence.
create or replace view spell.full_absence as
with setting as (
    select cast(max(parameter_value) as integer) as long_absence_days
    from meta.parameter
    where parameter_name = 'long_absence_days'
),
earlier as (
    select
        *,
        max(ended_on) over earlier_absences as away_to
    from basis.staff_absence
    where absence_reason_code not in ('semester', 'flex', 'komp') and extent_share >= 1
    window earlier_absences as (
        partition by municipality_code, employment_key
        order by started_on, ended_on, absence_no
        rows between unbounded preceding and 1 preceding
    )
),
numbered as (
    select
        *,
        sum(case when started_on <= away_to + 1 then 0 else 1 end) over so_far as away_no
    from earlier
    window so_far as (
        partition by municipality_code, employment_key
        order by started_on, ended_on, absence_no
        rows between unbounded preceding and current row
    )
),
away as (
    select
        municipality_code,
        employment_key,
        min(started_on) as started_on,
        max(ended_on) as ended_on
    from numbered
    group by municipality_code, employment_key, away_no
)

select away.*
from away
cross join setting
where days_between(started_on, ended_on) + 1 >= long_absence_days;

comment on view spell.full_absence is 'Frånvaro på heltid i minst 30 dagar i följd, semester och uttagen ledighet oräknad (gränsen är parametern long_absence_days)';
