-- Full-time equivalents of the monthly paid at month ends, by time employed.
-- How: monthly.staff_structure.
-- Grain: one row per period, group, month end and terms of an employment.
create or replace view counted.staff_fte as
with kind as (
    select *
    from (
        values
        ('under_1', 'Anställd kortare tid än ett år'),
        ('1_2', 'Anställd ett eller två hela år'),
        ('3_5', 'Anställd tre till fem hela år'),
        ('over_5', 'Anställd sex hela år eller mer')
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
        coalesce(contracted_percent, 100) as contracted_percent,
        case
            when plus_months(employed_since_on, 12) > month_end then 'under_1'
            when plus_months(employed_since_on, 36) > month_end then '1_2'
            when plus_months(employed_since_on, 72) > month_end then '3_5'
            else 'over_5'
        end as kind_code
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
    cast(dec6(ratio(contracted_percent, 100)) as decimal(18, 6)) as quantity,
    months as month_ends,
    'employment' as dataset,
    employment_key as row_key
from employed
inner join kind using (kind_code)
inner join basis.period_month using (month);

comment on view counted.staff_fte is 'Årsarbetare vid månadsslut efter anställningstid, rad för rad';
