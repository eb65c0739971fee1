-- Covers for parental leave, permanent or not.
-- A cover is an employment that says whose leave it covers, on a day on which the one covered is on parental leave. Its last
-- such terms in the period tell whether it is permanent.
-- Grain: one row per period of twelve months, cover and one covered.
create or replace view event.parental_cover as
with covered as (
    select
        term.municipality_code,
        term.employment_key,
        term.covers_employment_key,
        term.person_key,
        term.is_permanent,
        term.valid_from,
        greatest(term.valid_from, absence.started_on) as covered_from,
        least(term.valid_to, absence.ended_on) as covered_to
    from basis.staff_term as term
    inner join basis.staff_absence as absence
        on absence.municipality_code = term.municipality_code
        and absence.employment_key = term.covers_employment_key
        and absence.started_on <= term.valid_to
        and absence.ended_on >= term.valid_from
    where term.group_code = 'alla' and absence.absence_reason_code = 'foraldraledig'
)

select
    municipality_code,
    employment_key,
    covers_employment_key,
    period_type,
    period_start,
    max(person_key) as person_key,
    max(valid_from) as valid_from,
    max_by(is_permanent, valid_from) as is_permanent
from covered
inner join basis.period_month on covered_from <= last_day(month) and covered_to >= month
where period_type in ('rolling_12', 'year')
group by all;

comment on view event.parental_cover is 'Ersättare för föräldralediga, per period om tolv månader';
comment on column event.parental_cover.valid_from is 'Första dagen för de villkor som avgör om ersättaren är tillsvidareanställd';
