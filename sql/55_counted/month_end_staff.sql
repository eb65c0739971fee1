-- Those employed at each of thirteen month ends, the one before the period and its twelve: what the mean of turnover is taken of.
-- Somebody with a permanent and another post is permanent; the permanent row is told.
-- Grain: one row per period, group, month end and person monthly paid.
create or replace view counted.month_end_staff as
with kind as (
    select *
    from (
        values
        ('permanent', 'Tillsvidareanställd vid månadsslut'),
        ('temporary', 'Tidsbegränsat anställd vid månadsslut')
    ) as listed (kind_code, kind_label)
),
period as (
    select distinct
        period_type,
        period_start
    from basis.period_month
    where period_type in ('rolling_12', 'year')
),
counted_month as (
    select
        period_type,
        period_start,
        month_end
    from period
    inner join meta.month on month between plus_months(period_start, -1) and plus_months(period_start, 11)
),
employed as (
    select
        municipality_code,
        group_code,
        period_type,
        period_start,
        month_end,
        person_key,
        employment_key,
        case when is_permanent then 'permanent' else 'temporary' end as kind_code,
        row_number() over (
            partition by municipality_code, group_code, period_type, period_start, month_end, person_key
            order by is_permanent desc, employment_key
        ) as place
    from basis.staff_term
    inner join counted_month on month_end between valid_from and valid_to
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
    13 as month_ends,
    'employment' as dataset,
    employment_key as row_key
from employed
inner join kind using (kind_code)
where place = 1;

comment on view counted.month_end_staff is 'Anställda vid tretton månadsslut, rad för rad';
