-- Those monthly paid whose level is known, at the month ends of the period: specialists and above, and those below.
-- Somebody on two levels is on the higher one.
-- Grain: one row per period, group, month end and person.
create or replace view counted.staff_level as
with kind as (
    select *
    from (
        values
        ('senior', 'Specialisthandläggare eller högre'),
        ('below', 'Lägre nivå än specialisthandläggare')
    ) as listed (kind_code, kind_label)
),
levelled as (
    select
        municipality_code,
        group_code,
        month,
        month_end,
        person_key,
        employment_key,
        level_code in ('specialisthandlaggare', 'forste_socialsekreterare', 'enhetschef', 'verksamhetschef') as is_senior
    from basis.staff_term
    inner join core.month on month_end between valid_from and valid_to
    where is_monthly_paid and level_code is not null
),
employed as (
    select
        *,
        case when is_senior then 'senior' else 'below' end as kind_code,
        row_number() over (
            partition by municipality_code, group_code, month, person_key
            order by is_senior desc, employment_key
        ) as place
    from levelled
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

comment on view counted.staff_level is 'Månadsavlönade med känd nivå vid månadsslut, rad för rad';
