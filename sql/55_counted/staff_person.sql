-- Persons monthly paid at the month ends of the period, permanent or not.
-- Not counted.month_end_staff: without the month end before the period. Somebody with both posts is permanent.
-- Grain: one row per period, group, month end and person.
create or replace view counted.staff_person as
with kind as (
    select *
    from (
        values
        ('permanent', 'Tillsvidareanställd vid månadsslut'),
        ('temporary', 'Tidsbegränsat anställd vid månadsslut')
    ) as listed (kind_code, kind_label)
),
employed as (
    select
        municipality_code,
        group_code,
        month,
        month_end,
        person_key,
        employment_key,
        case when is_permanent then 'permanent' else 'temporary' end as kind_code,
        row_number() over (
            partition by municipality_code, group_code, month, person_key
            order by is_permanent desc, employment_key
        ) as place
    from basis.staff_term
    inner join core.month on month_end between valid_from and valid_to
    where is_monthly_paid
)

select
    municipality_code,
    group_code,
    period_type,
    period_start,
    kind_code,
    kind_label,
    month_end as counted_on,
    person_key as subject_key,
    cast(1 as decimal(18, 6)) as quantity,
    months as month_ends,
    'employment' as dataset,
    employment_key as row_key
from employed
inner join kind using (kind_code)
inner join basis.period_month using (month)
where place = 1;

comment on view counted.staff_person is 'Månadsavlönade vid månadsslut, rad för rad';
