-- Times of permanent staff in the municipality or an occupation that go on in the year, and whether they ended in it because
-- somebody left the municipality. The quantity is the days since the first day in the municipality.
-- The row told is that of the terms that came last. How: period.median_tenure.
-- Grain: one row per calendar year, group (alla, occupation) and unbroken time of a person.
create or replace view counted.staff_stay as
with kind as (
    select *
    from (
        values
        ('left', 'Lämnat kommunen under året'),
        ('not_left', 'Inte lämnat kommunen under året, eller följt med verksamheten')
    ) as listed (kind_code, kind_label)
),
since as (
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
),
stay as (
    select
        municipality_code,
        group_code,
        period_type,
        period_start,
        person_key,
        started_on,
        least(staff.ended_on, period_end) as last_on,
        case when staff.ended_on <= period_end and leaving.person_key is not null then 'left' else 'not_left' end as kind_code
    from spell.staff as staff
    inner join core.staff_group using (municipality_code, group_code)
    inner join whole_year on started_on <= period_end and staff.ended_on >= period_start
    left join leaving using (municipality_code, person_key, ended_on)
    where is_ended_permanent and split_code in ('alla', 'yrke')
),
told as (
    select
        stay.*,
        least(valid_to, last_on) as counted_on,
        employment_key,
        row_number() over (
            partition by municipality_code, group_code, period_start, person_key, started_on
            order by least(valid_to, last_on) desc, is_permanent desc, employment_key
        ) as place
    from stay
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
inner join since using (municipality_code, person_key)
where place = 1;

comment on view counted.staff_stay is 'Tillsvidareanställdas anställningstider under året, rad för rad';
