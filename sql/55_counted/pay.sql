-- Full-time basic pay on the last day of November, of each person once: by sex and time employed.
-- How: period.pay.
-- Grain: one row per calendar year, group and person with pay.
create or replace view counted.pay as
with kind as (
    select *
    from (
        values
        ('kvinna_under_2', 'Kvinna, anställd kortare tid än två år'),
        ('kvinna_2_9', 'Kvinna, anställd två till nio hela år'),
        ('kvinna_over_10', 'Kvinna, anställd tio hela år eller mer'),
        ('man_under_2', 'Man, anställd kortare tid än två år'),
        ('man_2_9', 'Man, anställd två till nio hela år'),
        ('man_over_10', 'Man, anställd tio hela år eller mer'),
        ('okand_under_2', 'Kön inte känt, anställd kortare tid än två år'),
        ('okand_2_9', 'Kön inte känt, anställd två till nio hela år'),
        ('okand_over_10', 'Kön inte känt, anställd tio hela år eller mer')
    ) as listed (kind_code, kind_label)
),
november as (
    select distinct
        period_type,
        period_start,
        last_day(plus_months(period_start, 10)) as paid_on
    from basis.period_month
    where period_type = 'year'
),
employed as (
    select
        term.municipality_code,
        term.group_code,
        period_type,
        period_start,
        paid_on,
        term.person_key,
        term.employment_key,
        concat_ws(
            '_',
            coalesce(term.sex_code, 'okand'),
            case
                when plus_months(term.employed_since_on, 24) > paid_on then 'under_2'
                when plus_months(term.employed_since_on, 120) <= paid_on then 'over_10'
                else '2_9'
            end
        ) as kind_code,
        pay.full_time_monthly_sek,
        row_number() over (
            partition by term.municipality_code, term.group_code, period_start, term.person_key
            order by coalesce(term.contracted_percent, 100) desc, pay.full_time_monthly_sek desc
        ) as place
    from november
    inner join basis.staff_term as term on paid_on between term.valid_from and term.valid_to
    inner join basis.pay as pay
        on pay.municipality_code = term.municipality_code
        and pay.employment_key = term.employment_key
        and paid_on between pay.valid_from and pay.valid_to
    where term.is_monthly_paid
)

select
    municipality_code,
    group_code,
    period_type,
    period_start,
    kind_code,
    kind_label,
    paid_on as counted_on,
    person_key as subject_key,
    cast(full_time_monthly_sek as decimal(18, 6)) as quantity,
    1 as month_ends,
    'salary' as dataset,
    employment_key as row_key
from employed
inner join kind using (kind_code)
where place = 1;

comment on view counted.pay is 'Löner den sista november, rad för rad';
