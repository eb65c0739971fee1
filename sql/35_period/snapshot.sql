-- Permanent staff on one day a year, and those of them who are gone on the same day the year after.
-- The day is the last of the month turnover_snapshot_month. Who came and went between the two days is not seen, and
-- neither is who left and came back. Years with a month not delivered since the first snapshot have no row: its
-- leavers would be missing, and the figure too low.
-- Grain: one row per municipality, occupation and calendar year (the year of the second snapshot).
create or replace view period.snapshot as
with setting as (
    select cast(max(parameter_value) as integer) as snapshot_month
    from meta.parameter
    where parameter_name = 'turnover_snapshot_month'
),
snapshot as (
    select distinct
        period_start,
        last_day(plus_months(period_start, snapshot_month - 13)) as before_on,
        last_day(plus_months(period_start, snapshot_month - 1)) as after_on
    from basis.period_month
    cross join setting
    where period_type = 'year'
),
delivered as (
    select
        municipality_code,
        period_start,
        before_on,
        after_on
    from snapshot
    inner join core.coverage on month between month_of(before_on) and after_on
    where dataset = 'employment'
    group by all
    having count(*) = 13
),
before as (
    select distinct
        municipality_code,
        period_start,
        group_code,
        person_key
    from delivered
    inner join basis.staff_term using (municipality_code)
    where is_permanent and before_on between valid_from and valid_to
),
after as (
    select distinct
        municipality_code,
        period_start,
        group_code,
        person_key
    from delivered
    inner join basis.staff_term using (municipality_code)
    where is_permanent and after_on between valid_from and valid_to
),
ended as (
    select
        municipality_code,
        period_start,
        group_code,
        person_key,
        max_by(end_reason_code, ended_on) as end_reason_code
    from delivered
    inner join spell.staff using (municipality_code)
    where ended_on >= before_on and ended_on < after_on
    group by all
),
fate as (
    select
        before.*,
        -- Moved to a part of the municipality that does not deliver, or taken over with the work: has not left.
        employed.person_key is null
            and coalesce(left_staff.end_reason_code, '')
                not in ('intern_yrke', 'intern_enhet', 'overgang_verksamhet') as has_left_municipality,
        working.person_key is null
            and coalesce(left_occupation.end_reason_code, '')
                not in ('intern_enhet', 'overgang_verksamhet') as has_left_occupation
    from before
    left join after as employed
        on employed.municipality_code = before.municipality_code
        and employed.period_start = before.period_start
        and employed.person_key = before.person_key
        and employed.group_code = 'alla'
    left join after as working
        on working.municipality_code = before.municipality_code
        and working.period_start = before.period_start
        and working.person_key = before.person_key
        and working.group_code = before.group_code
    left join ended as left_staff
        on left_staff.municipality_code = before.municipality_code
        and left_staff.period_start = before.period_start
        and left_staff.person_key = before.person_key
        and left_staff.group_code = 'alla'
    left join ended as left_occupation
        on left_occupation.municipality_code = before.municipality_code
        and left_occupation.period_start = before.period_start
        and left_occupation.person_key = before.person_key
        and left_occupation.group_code = before.group_code
),
counted as (
    select
        municipality_code,
        period_start,
        group_code,
        count(*) as permanent_persons,
        count(*) filter (where has_left_municipality) as left_municipality,
        count(*) filter (where has_left_occupation) as left_occupation
    from fate
    group by all
)

select
    municipality_code,
    group_code,
    'year' as period_type,
    period_start,
    cast(coalesce(permanent_persons, 0) as integer) as permanent_persons,
    cast(coalesce(left_municipality, 0) as integer) as left_municipality,
    cast(coalesce(left_occupation, 0) as integer) as left_occupation
from delivered
inner join core.staff_group using (municipality_code)
left join counted using (municipality_code, period_start, group_code);

comment on view period.snapshot is 'Tillsvidareanställda vid mätdagen året före, och de av dem som inte är kvar vid årets mätdag';
