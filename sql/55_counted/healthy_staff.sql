-- Those monthly paid some day of the period: whether they were so all of it, and then how much and how often they were ill.
-- The row told is that of the last terms of the period. The kinds are apart: who was ill again and again had more sick days than
-- the healthy may have.
-- Grain: one row per period of twelve months, group and person.
create or replace view counted.healthy_staff as
with kind as (
    select *
    from (
        values
        ('part_of_period', 'Anställd en del av perioden'),
        ('never_ill', 'Ingen sjukdag'),
        ('few_days_seldom', 'Få sjukdagar vid få tillfällen'),
        ('few_days_often', 'Få sjukdagar vid fler tillfällen'),
        ('more_days', 'Fler sjukdagar'),
        ('again_and_again', 'Fler sjukdagar, och upprepade sjukperioder')
    ) as listed (kind_code, kind_label)
),
setting as (
    select
        cast(max(parameter_value) filter (where parameter_name = 'healthy_sick_days') as integer) as healthy_sick_days,
        cast(max(parameter_value) filter (where parameter_name = 'healthy_sick_spells') as integer) as healthy_sick_spells,
        cast(max(parameter_value) filter (where parameter_name = 'repeated_sick_spells') as integer) as repeated_sick_spells
    from meta.parameter
),
period as (
    select distinct
        period_type,
        period_start,
        period_end
    from basis.period_month
    where period_type in ('rolling_12', 'year')
),
passed as (
    select
        municipality_code,
        group_code,
        period_type,
        period_start,
        period_end,
        person_key,
        employment_key,
        least(valid_to, period_end) as counted_on,
        row_number() over (
            partition by municipality_code, group_code, period_type, period_start, person_key
            order by least(valid_to, period_end) desc, employment_key
        ) as place
    from basis.staff_term
    inner join period on valid_from <= period_end and valid_to >= period_start
    where is_monthly_paid
),
sick as (
    select
        municipality_code,
        person_key,
        period_type,
        period_start,
        sum(sick_days) as sick_days,
        sum(spells_begun) as spells_begun,
        sum(spells_begun)
        + max(case when month = period_start and has_earlier_spell then 1 else 0 end) as sick_spells
    from monthly.person_sick_days
    inner join basis.period_month using (month)
    where period_type in ('rolling_12', 'year')
    group by all
),
asked as (
    select
        passed.*,
        sick_days,
        case
            when counted_on < period_end or unbroken.person_key is null then 'part_of_period'
            when sick_days is null then 'never_ill'
            when sick_days <= healthy_sick_days and sick_spells <= healthy_sick_spells then 'few_days_seldom'
            when sick_days <= healthy_sick_days then 'few_days_often'
            when spells_begun >= repeated_sick_spells then 'again_and_again'
            else 'more_days'
        end as kind_code
    from passed
    cross join setting
    left join spell.unbroken_employment as unbroken
        on unbroken.municipality_code = passed.municipality_code
        and unbroken.person_key = passed.person_key
        and unbroken.started_on <= period_start
        and unbroken.ended_on >= period_end
    left join sick
        on sick.municipality_code = passed.municipality_code
        and sick.person_key = passed.person_key
        and sick.period_type = passed.period_type
        and sick.period_start = passed.period_start
    where place = 1
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
    cast(coalesce(sick_days, 0) as decimal(18, 6)) as quantity,
    1 as month_ends,
    'employment' as dataset,
    employment_key as row_key
from asked
inner join kind using (kind_code);

comment on view counted.healthy_staff is 'Månadsavlönade under perioden och hur sjuka de varit, rad för rad';
