-- Absences with the person they belong to, ended where the data end.
-- No day is counted that has not come: an open absence, and one with an end ahead, runs to the last day of the
-- delivered span, and none outlives its employment. stated_days is the length the scheduled hours were given for.
-- Grain: one row per absence.
create or replace view basis.staff_absence as
with delivered as (
    select
        municipality_code,
        last_day(max(month)) as delivered_to
    from core.coverage
    where dataset = 'absence'
    group by municipality_code
),
employed as (
    select
        municipality_code,
        employment_key,
        max(person_key) as person_key,
        max(coalesce(valid_to, date '2999-12-31')) as employed_to
    from core.employment
    group by municipality_code, employment_key
),
ended as (
    select
        municipality_code,
        absence.absence_no,
        absence.employment_key,
        coalesce(employed.person_key, absence.employment_key) as person_key,
        absence.absence_reason_code,
        absence.extent_share,
        absence.scheduled_hours,
        absence.started_on,
        least(
            coalesce(absence.ended_on, delivered.delivered_to),
            delivered.delivered_to,
            coalesce(employed.employed_to, delivered.delivered_to)
        ) as ended_on,
        days_between(absence.started_on, coalesce(absence.ended_on, delivered.delivered_to)) + 1 as stated_days
    from core.absence as absence
    inner join delivered using (municipality_code)
    left join employed using (municipality_code, employment_key)
)

select *
from ended
where started_on <= ended_on;

comment on view basis.staff_absence is 'Frånvaro med person; en öppen frånvaro går till sista levererade dagen, dock längst till anställningens slut';
