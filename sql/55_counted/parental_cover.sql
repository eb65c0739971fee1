-- Covers for parental leave, permanent or not.
-- The row told is that of the cover's last terms in the period while the one covered was away; how: measure.vik_foraldra.
-- Grain: one row per period of twelve months, cover and one covered.
create or replace view counted.parental_cover as
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
        max(valid_from) as valid_from,
        max_by(is_permanent, valid_from) as is_permanent
    from covered
    inner join basis.period_month on covered_from <= last_day(month) and covered_to >= month
    where period_type in ('rolling_12', 'year')
    group by all
)

select
    municipality_code,
    'alla' as group_code,
    period_type,
    period_start,
    case when is_permanent then 'permanent' else 'temporary' end as kind_code,
    case when is_permanent then 'Ersättare som är tillsvidareanställd' else 'Ersättare som är tidsbegränsat anställd' end
        as kind_label,
    valid_from as counted_on,
    person_key as subject_key,
    cast(1 as decimal(18, 6)) as quantity,
    1 as month_ends,
    'employment' as dataset,
    employment_key as row_key
from cover;

comment on view counted.parental_cover is 'Ersättare för föräldralediga, rad för rad';
