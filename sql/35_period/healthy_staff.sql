-- Those employed every day of the period, and those of them with few sick days.
-- Whoever came or left during the period is not asked: where turnover is high the figure speaks of those who stayed.
-- Sick days are the person's, whatever the employment, so that nobody is ill twice on the same day.
-- Grain: one row per municipality, occupation (held on the last day) and period of twelve months.
create or replace view period.healthy_staff as
with setting as (
    select cast(max(parameter_value) as integer) as healthy_sick_days
    from meta.parameter
    where parameter_name = 'healthy_sick_days'
),
period as (
    select
        period_type,
        period_start,
        last_day(max(month)) as period_end
    from basis.period_month
    where period_type in ('rolling_12', 'year')
    group by all
),
stayed as (
    select distinct
        municipality_code,
        occupation_code,
        period_type,
        period_start,
        person_key
    from spell.unbroken_employment
    inner join period on started_on <= period_start and ended_on >= period_end
    inner join basis.staff_term using (municipality_code, person_key)
    where is_monthly_paid and period_end between valid_from and valid_to
),
sick as (
    select
        municipality_code,
        person_key,
        period_type,
        period_start,
        sum(sick_days) as sick_days
    from monthly.person_sick_days
    inner join basis.period_month using (month)
    where period_type in ('rolling_12', 'year')
    group by all
)

select
    municipality_code,
    occupation_code,
    period_type,
    period_start,
    cast(count(*) as integer) as persons,
    cast(count(*) filter (where coalesce(sick_days, 0) <= healthy_sick_days) as integer) as healthy_persons
from stayed
left join sick using (municipality_code, person_key, period_type, period_start)
cross join setting
group by all;

comment on view period.healthy_staff is 'Anställda hela perioden, och de av dem som haft högst fem sjukdagar (gränsen är parametern healthy_sick_days)';
