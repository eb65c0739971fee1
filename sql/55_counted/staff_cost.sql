-- What hired social workers cost, line by line of the ledger, and what the municipality's own did, by employment and month.
-- A line of the ledger is told by the rule that classed it. How an own hour gets its price: monthly.staff_cost. What an employment
-- adds to the mean cost of all own hours of the period is a kind of its own (part_of_mean_cost).
-- Grain: one row per period and line of the ledger, and one per period, employment, month and kind.
create or replace view counted.staff_cost as
with kind as (
    select *
    from (
        values
        ('hired', 'Inhyrda socionomer'),
        ('own', 'Egna socionomers arbetade timmar'),
        ('part_of_mean_cost', 'Radens del av medelkostnaden per egen timme')
    ) as listed (kind_code, kind_label)
),
setting as (
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
own as (
    select
        municipality_code,
        month,
        person_key,
        employment_key,
        coalesce(worked_hours, ordinary_hours) as own_hours,
        cast(
            coalesce(worked_hours, ordinary_hours)
            * coalesce(
                dec6(ratio(monthly_sek * 12 * (100 + employer_contribution_percent), 100 * worked_hours_per_year)),
                own_cost_per_worked_hour_sek
            ) as decimal(18, 6)
        ) as own_cost_sek
    from spell.work_month
    cross join setting
    left join paid using (municipality_code, employment_key, month)
    where occupation_code in ('socialsekreterare', 'bistandshandlaggare', 'familjeradgivare', 'kurator')
),
part as (
    select
        municipality_code,
        month_of(booked_on) as month,
        'hired' as kind_code,
        booked_on as counted_on,
        rule_id as subject_key,
        cast(amount_sek as decimal(18, 6)) as quantity,
        cast(null as decimal(18, 2)) as shared_hours,
        'ledger_line' as dataset,
        concat_ws(' ', delivery_id, line_no) as row_key
    from event.ledger_line_class
    where class_code = 'inhyrd_socionom'
    union all
    select
        municipality_code,
        month,
        'own' as kind_code,
        month as counted_on,
        person_key as subject_key,
        own_cost_sek as quantity,
        cast(null as decimal(18, 2)) as shared_hours,
        'work_time' as dataset,
        employment_key as row_key
    from own
    union all
    select
        municipality_code,
        month,
        'part_of_mean_cost' as kind_code,
        month as counted_on,
        person_key as subject_key,
        own_cost_sek as quantity,
        own_hours as shared_hours,
        'work_time' as dataset,
        employment_key as row_key
    from own
),
told as (
    select
        part.*,
        kind_label,
        period_type,
        period_start,
        sum(shared_hours) over (partition by municipality_code, period_type, period_start) as period_hours
    from part
    inner join kind using (kind_code)
    inner join basis.period_month using (month)
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
    case when shared_hours is null then quantity else cast(dec6(ratio(quantity, period_hours)) as decimal(18, 6)) end
        as quantity,
    1 as month_ends,
    dataset,
    row_key
from told
where shared_hours is null or period_hours > 0;

comment on view counted.staff_cost is 'Kostnad för inhyrda och egna socionomer, rad för rad';
