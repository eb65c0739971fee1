-- Full-time basic pay of the monthly paid on the last day of November, in the middle and at the ends.
-- November is when SKR's staff statistics are taken: the year's pay review is over. Part-time pay is what full time would
-- give. A person with two employments in a group counts once, with the pay of the larger one. Time employed is in the
-- municipality, in whole years. Whose pay is not delivered is left out.
-- Grain: one row per municipality, group and calendar year with anybody's pay.
create or replace view period.pay as
with november as (
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
        term.sex_code,
        plus_months(term.employed_since_on, 24) > paid_on as is_under_2_years,
        plus_months(term.employed_since_on, 120) <= paid_on as is_over_10_years,
        cast(pay.full_time_monthly_sek as double) as pay_sek,
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
),
spread as (
    select
        municipality_code,
        group_code,
        period_type,
        period_start,
        percentile_cont(0.5) within group (order by pay_sek) as median_pay_sek,
        percentile_cont(0.1) within group (order by pay_sek) as lower_pay_sek,
        percentile_cont(0.9) within group (order by pay_sek) as upper_pay_sek,
        percentile_cont(0.5) within group (order by pay_sek) filter (where is_under_2_years) as new_pay_sek,
        percentile_cont(0.5) within group (order by pay_sek) filter (where is_over_10_years) as experienced_pay_sek,
        percentile_cont(0.5) within group (order by pay_sek) filter (where sex_code = 'kvinna') as women_pay_sek,
        percentile_cont(0.5) within group (order by pay_sek) filter (where sex_code = 'man') as men_pay_sek,
        count(*) as persons,
        count_if(is_under_2_years) as new_persons,
        count_if(is_over_10_years) as experienced_persons,
        count_if(sex_code = 'kvinna') as women,
        count_if(sex_code = 'man') as men
    from employed
    where place = 1
    group by all
)

select
    municipality_code,
    group_code,
    period_type,
    period_start,
    cast(dec6(median_pay_sek) as decimal(18, 4)) as median_pay_sek,
    cast(dec6(lower_pay_sek) as decimal(18, 4)) as lower_pay_sek,
    cast(dec6(upper_pay_sek) as decimal(18, 4)) as upper_pay_sek,
    cast(dec6(new_pay_sek) as decimal(18, 4)) as new_pay_sek,
    cast(dec6(experienced_pay_sek) as decimal(18, 4)) as experienced_pay_sek,
    cast(dec6(women_pay_sek) as decimal(18, 4)) as women_pay_sek,
    cast(dec6(men_pay_sek) as decimal(18, 4)) as men_pay_sek,
    cast(persons as integer) as persons,
    cast(new_persons as integer) as new_persons,
    cast(experienced_persons as integer) as experienced_persons,
    cast(women as integer) as women,
    cast(men as integer) as men
from spread;

comment on view period.pay is 'Månadsavlönades grundlön vid heltid den sista november, medianer och percentiler';
comment on column period.pay.lower_pay_sek is 'Tionde percentilen';
comment on column period.pay.upper_pay_sek is 'Nittionde percentilen';
comment on column period.pay.new_pay_sek is 'Median för dem som varit anställda i kommunen kortare tid än två år';
comment on column period.pay.experienced_pay_sek is 'Median för dem som varit anställda i kommunen tio hela år eller mer';
