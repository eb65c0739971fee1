-- A month's working time with the person, the groups they are in at the month's end and the days employed in the month.
-- Whoever has no ordinary time in a month has none to be absent from, and is left out of both sides of sick leave.
-- Working time without terms in the month counts as occupation 'ovrig', as nothing else that is known, and as employed all
-- the month. Somebody with a protected identity is in no group, only in the whole; occupation_code is there all the same.
-- Grain: one row per employment and month.
create or replace view spell.work_month as
with in_month as (
    select
        municipality_code,
        employment_key,
        work_time.month,
        max(term.person_key) as person_key,
        max(term.sex_code) as sex_code,
        max(term.birth_year) as birth_year,
        max(term.employed_since_on) as employed_since_on,
        max_by(term.occupation_code, term.valid_from) as occupation_code,
        max_by(coalesce(term.level_code, 'okand'), term.valid_from) as level_code,
        max_by(coalesce(term.unit_code, 'okand'), term.valid_from) as unit_code,
        sum(
            days_between(greatest(term.valid_from, work_time.month), least(term.valid_to, last_day(work_time.month))) + 1
        ) as employed_days
    from core.work_time as work_time
    inner join basis.staff_term as term using (municipality_code, employment_key)
    where term.group_code = 'alla'
        and term.valid_from <= last_day(work_time.month)
        and term.valid_to >= work_time.month
    group by municipality_code, employment_key, work_time.month
),
worked as (
    select
        municipality_code,
        employment_key,
        month,
        employment_key in (select protected_key from protected.pseudonym) as is_protected,
        coalesce(in_month.person_key, employment_key) as person_key,
        sex_code,
        year(month) - birth_year as age,
        employed_since_on,
        coalesce(in_month.occupation_code, 'ovrig') as occupation_code,
        coalesce(level_code, 'okand') as level_code,
        coalesce(unit_code, 'okand') as unit_code,
        cast(coalesce(in_month.employed_days, days_between(month, last_day(month)) + 1) as integer) as employed_days,
        work_time.ordinary_hours,
        work_time.worked_hours,
        overtime_hours,
        additional_hours,
        flex_balance_hours,
        supervision_hours,
        training_hours
    from core.work_time as work_time
    left join in_month using (municipality_code, employment_key, month)
    where work_time.ordinary_hours > 0
)

select
    municipality_code,
    employment_key,
    month,
    person_key,
    occupation_code,
    case when not is_protected then occupation_code end as occupation_group,
    case when not is_protected then concat_ws('_', 'kon', coalesce(sex_code, 'okand')) end as sex_group,
    case
        when is_protected then null
        when age is null then 'alder_okand'
        when age < 30 then 'alder_29'
        when age < 50 then 'alder_30_49'
        else 'alder_50'
    end as age_group,
    case when not is_protected then concat_ws('_', 'niva', level_code) end as level_group,
    case
        when is_protected then null
        when employed_since_on is null or plus_months(employed_since_on, 12) > last_day(month) then 'tid_under_1'
        when plus_months(employed_since_on, 36) > last_day(month) then 'tid_1_2'
        when plus_months(employed_since_on, 72) > last_day(month) then 'tid_3_5'
        else 'tid_over_5'
    end as tenure_group,
    case when not is_protected then concat_ws('_', 'enhet', unit_code) end as unit_group,
    employed_days,
    ordinary_hours,
    worked_hours,
    overtime_hours,
    additional_hours,
    flex_balance_hours,
    supervision_hours,
    training_hours
from worked;

comment on view spell.work_month is 'Arbetstid per anställning och månad, med person, grupper vid månadens slut och anställda dagar i månaden';
comment on column spell.work_month.occupation_group is 'Yrkesgrupp som uppdelningen räknar; tom för skyddade personuppgifter';
