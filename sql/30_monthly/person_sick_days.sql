-- The calendar days on which a person had any sick leave, however little and from whichever employment.
-- A sick period is counted in the month it begins in; one that began in an earlier month is carried over, and a person is
-- in no two at once.
-- Grain: one row per municipality, person and month with a sick day.
create or replace view monthly.person_sick_days as
with stretch as (
    select distinct
        municipality_code,
        person_key,
        spell_started_on,
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
    ) as sick_days,
    cast(count(distinct spell_started_on) filter (where spell_started_on >= month) as integer) as spells_begun,
    bool_or(spell_started_on < month) as has_earlier_spell
from stretch
inner join meta.month on month <= stretch_ended_on and month_end >= stretch_started_on
group by all;

comment on view monthly.person_sick_days is 'Kalenderdagar med någon sjukfrånvaro, och påbörjade sjukperioder, per person och månad';
comment on column monthly.person_sick_days.spells_begun is 'Sjukperioder som började i månaden';
comment on column monthly.person_sick_days.has_earlier_spell is 'Om en sjukperiod från en tidigare månad fortsätter i månaden';
