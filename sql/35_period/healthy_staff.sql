-- Those employed every day of the period, and how often and long they were ill.
-- Whoever came or left during the period is not asked: where turnover is high the figures speak of those who stayed, and
-- persons_in_all says how many others there were. Sick days are the person's, whatever the employment, so that nobody is
-- ill twice on the same day. A sick period counts in every period it has days in.
-- Grain: one row per municipality, occupation (held on the last day) and period of twelve months.
create or replace view period.healthy_staff as
with setting as (
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
stayed as (
    select distinct
        municipality_code,
        group_code,
        period_type,
        period_start,
        person_key
    from spell.unbroken_employment
    inner join period on started_on <= period_start and ended_on >= period_end
    inner join basis.staff_term using (municipality_code, person_key)
    where is_monthly_paid and period_end between valid_from and valid_to
),
passed as (
    select
        municipality_code,
        group_code,
        period_type,
        period_start,
        count(distinct person_key) as persons
    from basis.staff_term
    inner join period on valid_from <= period_end and valid_to >= period_start
    where is_monthly_paid
    group by all
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
counted as (
    select
        municipality_code,
        group_code,
        period_type,
        period_start,
        count(*) as persons,
        count(*) filter (where sick_days is null) as never_ill,
        count(*) filter (where coalesce(sick_days, 0) <= healthy_sick_days) as healthy_persons,
        count(*) filter (
            where coalesce(sick_days, 0) <= healthy_sick_days and coalesce(sick_spells, 0) <= healthy_sick_spells
        ) as seldom_ill,
        count(*) filter (where spells_begun >= repeated_sick_spells) as often_ill,
        sum(coalesce(spells_begun, 0)) as spells_begun
    from stayed
    left join sick using (municipality_code, person_key, period_type, period_start)
    cross join setting
    group by all
)

select
    municipality_code,
    group_code,
    period_type,
    period_start,
    cast(passed.persons as integer) as persons_in_all,
    cast(coalesce(counted.persons, 0) as integer) as persons,
    cast(coalesce(never_ill, 0) as integer) as never_ill,
    cast(coalesce(healthy_persons, 0) as integer) as healthy_persons,
    cast(coalesce(seldom_ill, 0) as integer) as seldom_ill,
    cast(coalesce(often_ill, 0) as integer) as often_ill,
    cast(coalesce(spells_begun, 0) as integer) as spells_begun
from passed
left join counted using (municipality_code, group_code, period_type, period_start);

comment on view period.healthy_staff is 'Anställda hela perioden, efter hur mycket och ofta de varit sjuka';
comment on column period.healthy_staff.persons_in_all is 'Månadsavlönade någon dag i perioden';
comment on column period.healthy_staff.persons is 'Månadsavlönade varje dag i perioden';
comment on column period.healthy_staff.never_ill is 'Av persons: ingen sjukdag';
comment on column period.healthy_staff.healthy_persons is 'Av persons: högst fem sjukdagar (parametern healthy_sick_days)';
comment on column period.healthy_staff.seldom_ill is 'Av persons: dessutom högst tre sjukperioder (parametern healthy_sick_spells)';
comment on column period.healthy_staff.often_ill is 'Av persons: minst sex påbörjade sjukperioder (parametern repeated_sick_spells)';
comment on column period.healthy_staff.spells_begun is 'Sjukperioder som persons påbörjade i perioden';
