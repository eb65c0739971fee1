-- Times of permanent staff in the municipality, an occupation or a level that go on in the year, and whether they ended in it because
-- somebody left the municipality. The quantity is the days since the first day in the municipality.
-- The row told is that of the terms that came last. How: event.stay.
-- Grain: one row per calendar year, group (alla, occupation, level) and unbroken time of a person.
create or replace view counted.staff_stay as
with kind as (
    select *
    from (
        values
        ('left', 'Lämnat kommunen under året'),
        ('not_left', 'Inte lämnat kommunen under året, eller följt med verksamheten')
    ) as listed (kind_code, kind_label)
),
told as (
    select
        stay.*,
        case when is_over then 'left' else 'not_left' end as kind_code,
        least(valid_to, last_on) as counted_on,
        employment_key,
        row_number() over (
            partition by municipality_code, group_code, period_start, person_key, started_on
            order by least(valid_to, last_on) desc, is_permanent desc, employment_key
        ) as place
    from event.stay as stay
    inner join basis.staff_term using (municipality_code, group_code, person_key)
    where is_monthly_paid and valid_from between started_on and last_on
)

select
    municipality_code,
    group_code,
    period_type,
    period_start,
    kind_code,
    kind_label,
    counted_on,
    person_key as subject_key,
    cast(days_between(employed_since_on, last_on) + 1 as decimal(18, 6)) as quantity,
    1 as month_ends,
    'employment' as dataset,
    employment_key as row_key
from told
inner join kind using (kind_code)
where place = 1;

comment on view counted.staff_stay is 'Tillsvidareanställdas anställningstider under året, rad för rad';
