-- Overtime: hours of it and of additional time, against the ordinary hours of the same persons.
-- Grain: one row per municipality, occupation and period; without a number where no overtime was ever stated.
create or replace view measure.ot_andel as
with summed as (
    select
        municipality_code,
        group_code,
        period_type,
        period_start,
        sum(extra_hours) as extra_hours,
        sum(ordinary_hours) as ordinary_hours,
        count(*) as months,
        sum(persons) as person_months
    from monthly.extra_time
    inner join basis.period_month using (month)
    group by all
)

select
    measure_code,
    municipality_code,
    group_code,
    period_type,
    period_start,
    cast(coalesce(extra_hours, 0) as decimal(18, 4)) as numerator,
    cast(coalesce(ordinary_hours, 0) as decimal(18, 4)) as denominator,
    coalesce(cast(floor(ratio(person_months, months)) as integer), 0) as group_size
from period.covered
inner join core.staff_group using (municipality_code)
left join summed using (municipality_code, group_code, period_type, period_start)
where measure_code = 'OT_ANDEL';

comment on view measure.ot_andel is 'Övertid och mertid mot ordinarie timmar';
