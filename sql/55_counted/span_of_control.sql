-- Managers at month ends, and those they have directly under them.
-- A manager is told by a row that names him: he may have none of his own.
-- Grain: one row per period, month end and manager, and one per period, month end, manager and person under him.
create or replace view counted.span_of_control as
with under as (
    select
        municipality_code,
        month,
        month_end,
        manager_employment_key,
        person_key,
        min(employment_key) as employment_key
    from core.employment
    inner join core.month on month_end between valid_from and coalesce(valid_to, date '2999-12-31')
    where employment_form_code <> 'timavlonad' and manager_employment_key is not null
    group by all
),
told as (
    select
        municipality_code,
        month,
        month_end,
        'under' as kind_code,
        'Medarbetare med chef' as kind_label,
        manager_employment_key,
        employment_key
    from under
    union all
    select
        municipality_code,
        month,
        month_end,
        'manager' as kind_code,
        'Chef' as kind_label,
        manager_employment_key,
        min(employment_key) as employment_key
    from under
    group by all
)

select
    municipality_code,
    'alla' as group_code,
    period_type,
    period_start,
    kind_code,
    kind_label,
    month_end as counted_on,
    manager_employment_key as subject_key,
    cast(1 as decimal(18, 6)) as quantity,
    months as month_ends,
    'employment' as dataset,
    employment_key as row_key
from told
inner join basis.period_month using (month);

comment on view counted.span_of_control is 'Chefer och deras medarbetare vid månadsslut, rad för rad';
