-- A month's working time with the person, the occupation at the month's end and the days employed in the month.
-- Whoever has no ordinary time in a month has none to be absent from, and is left out of both sides of sick leave.
-- Working time without terms in the month counts as occupation 'ovrig' and as employed all the month. Somebody with a
-- protected identity has no occupation_code, only the held one: in no split, and in the whole all the same.
-- Grain: one row per employment and month.
create or replace view spell.work_month as
with in_month as (
    select
        municipality_code,
        employment_key,
        work_time.month,
        max(term.person_key) as person_key,
        max_by(term.held_occupation_code, term.valid_from) as held_occupation_code,
        sum(
            days_between(greatest(term.valid_from, work_time.month), least(term.valid_to, last_day(work_time.month))) + 1
        ) as employed_days
    from core.work_time as work_time
    inner join basis.staff_term as term using (municipality_code, employment_key)
    where term.occupation_code = 'alla'
        and term.valid_from <= last_day(work_time.month)
        and term.valid_to >= work_time.month
    group by municipality_code, employment_key, work_time.month
)

select
    municipality_code,
    employment_key,
    month,
    coalesce(in_month.person_key, employment_key) as person_key,
    case
        when employment_key in (select protected_key from protected.pseudonym) then null
        else coalesce(in_month.held_occupation_code, 'ovrig')
    end as occupation_code,
    coalesce(in_month.held_occupation_code, 'ovrig') as held_occupation_code,
    cast(coalesce(in_month.employed_days, days_between(month, last_day(month)) + 1) as integer) as employed_days,
    work_time.ordinary_hours,
    work_time.worked_hours
from core.work_time as work_time
left join in_month using (municipality_code, employment_key, month)
where work_time.ordinary_hours > 0;

comment on view spell.work_month is 'Arbetstid per anställning och månad, med person, yrkesgrupp vid månadens slut och anställda dagar i månaden';
