-- Times of permanent, monthly paid staff in the municipality, an occupation or a level of the career that go on in a year, and
-- whether somebody left the municipality in it.
-- Who changes occupation or level ends a stay and has not left; nor has who followed the work to another employer.
-- Grain: one row per calendar year, group (alla, occupation, level) and unbroken time of a person.
create or replace view event.stay as
with since as (
    select
        municipality_code,
        person_key,
        min(employed_since_on) as employed_since_on
    from basis.staff_term
    where group_code = 'alla'
    group by all
),
whole_year as (
    select distinct
        period_type,
        period_start,
        period_end
    from basis.period_month
    where period_type = 'year'
),
leaving as (
    select
        municipality_code,
        person_key,
        ended_on
    from spell.staff
    where group_code = 'alla' and coalesce(end_reason_code, '') <> 'overgang_verksamhet'
)

select
    municipality_code,
    group_code,
    period_type,
    period_start,
    person_key,
    employed_since_on,
    started_on,
    least(staff.ended_on, period_end) as last_on,
    staff.ended_on <= period_end and leaving.person_key is not null as is_over
from spell.staff as staff
inner join core.staff_group using (municipality_code, group_code)
inner join since using (municipality_code, person_key)
inner join whole_year on started_on <= period_end and staff.ended_on >= period_start
left join leaving using (municipality_code, person_key, ended_on)
where is_ended_permanent and split_code in ('alla', 'yrke', 'niva');

comment on view event.stay is 'Tillsvidareanställdas anställningstider som pågår under året';
comment on column event.stay.last_on is 'Sista dagen, dock senast årets sista';
comment on column event.stay.is_over is 'Om personen lämnat kommunen under året';
