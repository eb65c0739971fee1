-- Who covers for parental leave: covers by permanent staff, of all covers, in twelve months.
-- A cover is an employment that says whose leave it covers, on a day on which the one covered is on parental leave. Its last
-- such terms in the period tell whether it is permanent.
-- Grain: one row per municipality and period of twelve months; covers that nobody states are in no figure.
create or replace view measure.vik_foraldra as
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
),

cover as (
    select
        municipality_code,
        employment_key,
        covers_employment_key,
        period_type,
        period_start,
        max(person_key) as person_key,
        max_by(is_permanent, valid_from) as is_permanent
    from covered
    inner join basis.period_month on covered_from <= last_day(month) and covered_to >= month
    where period_type in ('rolling_12', 'year')
    group by all
),

summed as (
    select
        municipality_code,
        period_type,
        period_start,
        count(*) filter (where is_permanent) as permanent_covers,
        count(*) as covers,
        count(distinct person_key) as persons
    from cover
    group by all
)

select
    measure_code,
    municipality_code,
    'alla' as group_code,
    period_type,
    period_start,
    cast(coalesce(permanent_covers, 0) as decimal(18, 4)) as numerator,
    cast(coalesce(covers, 0) as decimal(18, 4)) as denominator,
    cast(coalesce(persons, 0) as integer) as group_size
from period.covered
left join summed using (municipality_code, period_type, period_start)
where measure_code = 'VIK_FORALDRA';

comment on view measure.vik_foraldra is 'Andel av vikariaten för föräldralediga som tillsvidareanställda har';
