-- Who has most to do: the number of open cases that nine handlers of ten do not exceed.
-- A mean hides it: ten cases each, or twenty and none.
-- Grain: one row per municipality, group (alla, unit) and month; without a number where nobody has a case.
create or replace view measure.ab_p90 as
with spread as (
    select
        municipality_code,
        group_code,
        month,
        percentile_cont(0.9) within group (order by cast(cases as double)) as upper_cases,
        count(*) as handlers
    from monthly.handler_load
    group by all
)

select
    measure_code,
    municipality_code,
    group_code,
    period_type,
    period_start,
    cast(dec6(upper_cases) as decimal(18, 4)) as numerator,
    cast(null as decimal(18, 4)) as denominator,
    cast(coalesce(handlers, 0) as integer) as group_size
from period.covered
inner join basis.period_month using (period_type, period_start)
inner join basis.asked using (measure_code, municipality_code, period_type)
left join spread using (municipality_code, group_code, month)
where measure_code = 'AB_P90';

comment on view measure.ab_p90 is 'Antal öppna ärenden som nio av tio handläggare med ärenden inte överstiger';
