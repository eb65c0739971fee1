-- Sick leave, each row with the sick period of the person that it is part of.
-- A stretch is days on end with any sick leave, whatever the employment or extent. A spell is stretches where the
-- next one begins within relapse_days of the last (återinsjuknande); the well days between are not counted.
-- So a spell over the turn of the year, or split over two employments, is as long as the person was ill.
-- A carrier of infection (smittbarare) is suspended, not ill.
-- Grain: one row per absence.
create or replace view spell.sick_absence as
with setting as (
    select cast(max(parameter_value) as integer) as relapse_days
    from meta.parameter
    where parameter_name = 'relapse_days'
),
sick as (
    select
        *,
        max(ended_on) over earlier_absences as sick_to
    from basis.staff_absence
    where absence_reason_code in ('sjuk', 'sjuk_rehab', 'arbetsskada')
    window earlier_absences as (
        partition by municipality_code, person_key
        order by started_on, ended_on, absence_no
        rows between unbounded preceding and 1 preceding
    )
),
in_stretch as (
    select
        *,
        sum(case when started_on <= sick_to + 1 then 0 else 1 end) over so_far as stretch_no
    from sick
    window so_far as (
        partition by municipality_code, person_key
        order by started_on, ended_on, absence_no
        rows between unbounded preceding and current row
    )
),
stretch as (
    select
        municipality_code,
        person_key,
        stretch_no,
        min(started_on) as stretch_started_on,
        max(ended_on) as stretch_ended_on,
        days_between(min(started_on), max(ended_on)) + 1 as stretch_days
    from in_stretch
    group by municipality_code, person_key, stretch_no
),
relapse as (
    select
        *,
        lag(stretch_ended_on) over by_time as well_from
    from stretch
    window by_time as (partition by municipality_code, person_key order by stretch_no)
),
in_spell as (
    select
        relapse.*,
        sum(case when stretch_started_on <= well_from + relapse_days then 0 else 1 end) over so_far as spell_no
    from relapse
    cross join setting
    window so_far as (
        partition by municipality_code, person_key
        order by stretch_no
        rows between unbounded preceding and current row
    )
),
counted as (
    select
        *,
        min(stretch_started_on) over whole_spell as spell_started_on,
        sum(stretch_days) over whole_spell as spell_days,
        coalesce(sum(stretch_days) over before, 0) as days_before
    from in_spell
    window
        whole_spell as (partition by municipality_code, person_key, spell_no),
        before as (
            partition by municipality_code, person_key, spell_no
            order by stretch_no
            rows between unbounded preceding and 1 preceding
        )
)

select
    municipality_code,
    person_key,
    employment_key,
    absence_no,
    started_on,
    ended_on,
    extent_share,
    scheduled_hours,
    stated_days,
    stretch_started_on,
    stretch_ended_on,
    spell_started_on,
    cast(days_before as integer) as days_before,
    cast(spell_days as integer) as spell_days
from in_stretch
inner join counted using (municipality_code, person_key, stretch_no);

comment on view spell.sick_absence is 'Sjukfrånvaro med den sjukperiod som personen är i: perioder läggs ihop över anställningar, årsskiften och återinsjuknande';
comment on column spell.sick_absence.days_before is 'Sjukdagar tidigare i samma sjukperiod, före denna sammanhängande tid';
comment on column spell.sick_absence.spell_days is 'Sjukperiodens alla sjukdagar (kalenderdagar)';
