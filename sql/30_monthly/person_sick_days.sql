-- The calendar days on which a person had any sick leave, however little and from whichever employment.
-- Grain: one row per municipality, person and month with a sick day.
create or replace view monthly.person_sick_days as
with stretch as (
    select distinct
        municipality_code,
        person_key,
        stretch_started_on,
        stretch_ended_on
    from spell.sick_absence
)

select
    municipality_code,
    person_key,
    month,
    cast(
        sum(days_between(greatest(stretch_started_on, month), least(stretch_ended_on, month_end)) + 1) as integer
    ) as sick_days
from stretch
inner join meta.month on month <= stretch_ended_on and month_end >= stretch_started_on
group by all;

comment on view monthly.person_sick_days is 'Kalenderdagar med någon sjukfrånvaro, per person och månad';
