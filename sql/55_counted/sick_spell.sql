-- Sick periods begun by those employed the whole period: the first row of absence of each.
-- Grain: one row per period of twelve months, group and sick period.
create or replace view counted.sick_spell as
with period as (
    select distinct
        period_type,
        period_start,
        period_end
    from basis.period_month
    where period_type in ('rolling_12', 'year')
),
spell_start as (
    select
        municipality_code,
        person_key,
        spell_started_on,
        min(absence_no) as absence_no,
        max(spell_days) as spell_days
    from spell.sick_absence
    where started_on = spell_started_on
    group by all
),
stayed as (
    select distinct
        municipality_code,
        group_code,
        period_type,
        period_start,
        period_end,
        person_key
    from spell.unbroken_employment
    inner join period on started_on <= period_start and ended_on >= period_end
    inner join basis.staff_term using (municipality_code, person_key)
    where is_monthly_paid and period_end between valid_from and valid_to
)

select
    municipality_code,
    group_code,
    period_type,
    period_start,
    'sick_spell' as kind_code,
    'Påbörjad sjukperiod' as kind_label,
    spell_started_on as counted_on,
    person_key as subject_key,
    cast(spell_days as decimal(18, 6)) as quantity,
    1 as month_ends,
    'absence' as dataset,
    absence_no as row_key
from stayed
inner join spell_start using (municipality_code, person_key)
where spell_started_on between period_start and period_end;

comment on view counted.sick_spell is 'Påbörjade sjukperioder för dem som varit anställda hela perioden, rad för rad';
