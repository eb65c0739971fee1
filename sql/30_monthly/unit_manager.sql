-- The manager that most of a unit's monthly paid have on the last day of the month, and whether it is another than before.
-- A month in which two managers have as many names none, and is passed over; so is one in which no manager is delivered. A
-- manager is a person: a new employment of the same one is no change. A unit that follows on another begins anew.
-- Grain: one row per municipality, unit and month with such a manager.
create or replace view monthly.unit_manager as
with manager as (
    select
        municipality_code,
        employment_key as manager_employment_key,
        max(person_key) as manager_key
    from core.employment
    group by municipality_code, employment_key
),
led as (
    select
        municipality_code,
        group_code,
        month,
        coalesce(manager_key, manager_employment_key) as manager_key,
        count(distinct person_key) as persons
    from basis.staff_term
    inner join core.month on month_end between valid_from and valid_to
    left join manager using (municipality_code, manager_employment_key)
    where group_code = concat_ws('_', 'enhet', unit_code)
        and is_monthly_paid
        and manager_employment_key is not null
    group by all
),
ranked as (
    select
        municipality_code,
        group_code,
        month,
        manager_key,
        sum(persons) over unit_month as persons,
        rank() over (partition by municipality_code, group_code, month order by persons desc) as place,
        count(*) over (partition by municipality_code, group_code, month, persons) as as_many
    from led
    window unit_month as (partition by municipality_code, group_code, month)
)

select
    municipality_code,
    group_code,
    month,
    cast(persons as integer) as persons,
    coalesce(
        manager_key <> lag(manager_key) over (partition by municipality_code, group_code order by month),
        false
    ) as is_changed
from ranked
where place = 1 and as_many = 1;

comment on view monthly.unit_manager is 'Enheter vars flesta månadsavlönade har samma chef vid månadens slut, och om chefen är en annan än förut';
comment on column monthly.unit_manager.group_code is 'Enheten som grupp, enligt core.staff_group';
