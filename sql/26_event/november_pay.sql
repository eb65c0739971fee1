-- Full-time basic pay of the monthly paid on the last day of November.
-- November is when SKR's staff statistics are taken: the year's pay review is over. Part-time pay is what full time would
-- give. A person with two employments in a group counts once, with the pay of the larger one. Time employed is in the
-- municipality, in whole years. Whose pay is not delivered is left out.
-- Grain: one row per calendar year, group and person with pay.
create or replace view event.november_pay as
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
        paid_on,
        term.person_key,
        term.employment_key,
        term.sex_code,
        term.level_code,
        case
            when plus_months(term.employed_since_on, 24) > paid_on then 'under_2'
            when plus_months(term.employed_since_on, 120) > paid_on then '2_9'
            else 'over_10'
        end as time_code,
        pay.full_time_monthly_sek,
        row_number() over (
            partition by term.municipality_code, term.group_code, period_start, term.person_key
            order by coalesce(term.contracted_percent, 100) desc, pay.full_time_monthly_sek desc, term.employment_key
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
    paid_on,
    person_key,
    employment_key,
    sex_code,
    level_code,
    time_code,
    full_time_monthly_sek
from employed
where place = 1;

comment on view event.november_pay is 'Månadsavlönades grundlön vid heltid den sista november';
comment on column event.november_pay.time_code is 'Anställd i kommunen kortare tid än två år (under_2), två till nio hela år (2_9) eller längre (over_10)';
