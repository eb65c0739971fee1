-- What hired social workers cost, line by line of the ledger, and what the municipality's own did, by employment and month.
-- A line of the ledger is told by the rule that classed it. How an own hour gets its price: monthly.staff_cost.
-- Grain: one row per period and line of the ledger, and one per period, employment and month.
create or replace view counted.staff_cost as
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
part as (
    select
        municipality_code,
        month_of(booked_on) as month,
        'hired' as kind_code,
        'Inhyrda socionomer' as kind_label,
        booked_on as counted_on,
        rule_id as subject_key,
        cast(amount_sek as decimal(18, 6)) as quantity,
        'ledger_line' as dataset,
        concat_ws(' ', delivery_id, line_no) as row_key
    from event.ledger_line_class
    where class_code = 'inhyrd_socionom'
    union all
    select
        municipality_code,
        month,
        'own' as kind_code,
        'Egna socionomers arbetade timmar' as kind_label,
        month as counted_on,
        person_key as subject_key,
        cast(
            coalesce(worked_hours, ordinary_hours)
            * coalesce(
                dec6(ratio(monthly_sek * 12 * (100 + employer_contribution_percent), 100 * worked_hours_per_year)),
                own_cost_per_worked_hour_sek
            ) as decimal(18, 6)
        ) as quantity,
        'work_time' as dataset,
        employment_key as row_key
    from spell.work_month
    cross join setting
    left join paid using (municipality_code, employment_key, month)
    where occupation_code in ('socialsekreterare', 'bistandshandlaggare', 'familjeradgivare', 'kurator')
)

select
    municipality_code,
    'alla' as group_code,
    period_type,
    period_start,
    kind_code,
    kind_label,
    counted_on,
    subject_key,
    quantity,
    1 as month_ends,
    dataset,
    row_key
from part
inner join basis.period_month using (month);

comment on view counted.staff_cost is 'Kostnad för inhyrda och egna socionomer, rad för rad';
