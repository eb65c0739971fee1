-- The queue: open cases that nobody is responsible for, at the month's end. No such case is a true zero.
-- The group it stands on is all open cases. Where none is open there is no number and not a zero: zero of none would be hidden.
-- Grain: one row per municipality, group (alla, unit) and month.
create or replace view measure.ko_oford as
with open_case as (
    select
        municipality_code,
        group_code,
        month,
        count(*) as cases,
        count(*) filter (where not is_assigned) as unassigned
    from monthly.open_case
    group by all
)

select
    measure_code,
    municipality_code,
    group_code,
    period_type,
    period_start,
    cast(unassigned as decimal(18, 4)) as numerator,
    cast(null as decimal(18, 4)) as denominator,
    cast(coalesce(cases, 0) as integer) as group_size
from period.covered
inner join basis.period_month using (period_type, period_start)
inner join basis.asked using (measure_code, municipality_code, period_type)
left join open_case using (municipality_code, group_code, month)
where measure_code = 'KO_OFORD';

comment on view measure.ko_oford is 'Öppna ärenden utan ansvarig handläggare vid månadens slut';
