-- Absences whose first or last day is outside the employment they are for, or for an employment nobody has delivered.
-- A day is judged only in a month whose employments have been delivered: of other months nothing is known.
-- Grain: one row per row of the delivery.
create or replace view finding.absence_outside_employment as
with employment as (
    select
        municipality_code,
        employment_key,
        max_by(unit_code, valid_from) as unit_code
    from core.employment
    group by municipality_code, employment_key
),
absent as (
    select
        municipality_code,
        employment_key,
        delivery_id,
        line_no,
        started_on as day
    from core.absence
    union all
    select
        municipality_code,
        employment_key,
        delivery_id,
        line_no,
        ended_on as day
    from core.absence
    where ended_on is not null
),
outside as (
    select distinct
        absent.municipality_code,
        absent.employment_key,
        absent.delivery_id,
        absent.line_no
    from absent
    inner join core.coverage as covered
        on covered.municipality_code = absent.municipality_code
        and covered.dataset = 'employment'
        and covered.month = month_of(absent.day)
    left join core.employment as term
        on term.municipality_code = absent.municipality_code
        and term.employment_key = absent.employment_key
        and absent.day between term.valid_from and coalesce(term.valid_to, date '2999-12-31')
    where term.employment_key is null
)

select
    outside.municipality_code,
    outside.delivery_id,
    outside.line_no,
    'absence_outside_employment' as finding_code,
    employment.unit_code
from outside
left join employment
    on employment.municipality_code = outside.municipality_code
    and employment.employment_key = outside.employment_key;

comment on view finding.absence_outside_employment is 'Frånvaro som börjar eller slutar utanför den anställning den gäller';
