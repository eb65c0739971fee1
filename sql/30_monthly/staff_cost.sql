-- What hired social workers cost, and what the municipality's own did: the hours they worked, and their price.
-- Hired cost is booked when it is booked: a credit note lowers its own month, not the invoice's. Where worked hours are not
-- given, the ordinary ones stand in. An own hour costs what the last pay of the month makes it, fixed addition and employer's
-- contributions included, and own_cost_per_worked_hour_sek where no pay is delivered.
-- Grain: one row per municipality and month with either.
create or replace view monthly.staff_cost as
with setting as (
    select
        cast(
            max(case when parameter_name = 'own_cost_per_worked_hour_sek' then parameter_value end) as decimal(10, 2)
        ) as own_cost_per_worked_hour_sek,
        cast(
            max(case when parameter_name = 'employer_contribution_percent' then parameter_value end) as decimal(5, 2)
        ) as employer_contribution_percent,
        cast(
            max(case when parameter_name = 'worked_hours_per_year' then parameter_value end) as integer
        ) as worked_hours_per_year
    from meta.parameter
),
paid as (
    select
        municipality_code,
        employment_key,
        month,
        max_by(full_time_monthly_sek + coalesce(fixed_addition_sek, 0), valid_from) as monthly_sek
    from spell.work_month
    inner join basis.pay using (municipality_code, employment_key)
    where valid_from <= last_day(month) and valid_to >= month
    group by all
),
worked as (
    select
        municipality_code,
        month,
        person_key,
        coalesce(worked_hours, ordinary_hours) as own_hours,
        coalesce(
            dec6(ratio(monthly_sek * 12 * (100 + employer_contribution_percent), 100 * worked_hours_per_year)),
            own_cost_per_worked_hour_sek
        ) as hour_sek
    from spell.work_month
    cross join setting
    left join paid using (municipality_code, employment_key, month)
    where occupation_code in ('socialsekreterare', 'bistandshandlaggare', 'familjeradgivare', 'kurator')
),
part as (
    select
        municipality_code,
        month_of(booked_on) as month,
        amount_sek as hired_cost_sek,
        cast(0 as decimal(18, 2)) as own_hours,
        cast(0 as decimal(18, 4)) as own_cost_sek,
        cast(null as string) as person_key
    from event.ledger_line_class
    where class_code = 'inhyrd_socionom'
    union all
    select
        municipality_code,
        month,
        cast(0 as decimal(14, 2)) as hired_cost_sek,
        own_hours,
        cast(own_hours * hour_sek as decimal(18, 4)) as own_cost_sek,
        person_key
    from worked
)

select
    municipality_code,
    month,
    cast(sum(hired_cost_sek) as decimal(18, 2)) as hired_cost_sek,
    cast(sum(own_hours) as decimal(18, 2)) as own_hours,
    cast(sum(own_cost_sek) as decimal(18, 4)) as own_cost_sek,
    cast(count(distinct person_key) as integer) as own_persons
from part
group by all;

comment on view monthly.staff_cost is 'Kostnad för inhyrda socionomer och för egna socionomers arbetade timmar';
comment on column monthly.staff_cost.own_cost_sek is 'Arbetade timmar gånger vad en timme kostar: av lönen där den är levererad, annars uppskattat';
