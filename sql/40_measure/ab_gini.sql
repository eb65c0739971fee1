-- How unevenly cases are spread over those who have any: 0 all alike, towards 1 one has them all (Gini).
-- Twice the sum of rank times cases, less (n + 1) times all cases, by n times all cases.
-- Grain: one row per municipality, group (alla, unit) and month.
create or replace view measure.ab_gini as
with ranked as (
    select
        municipality_code,
        group_code,
        month,
        cases,
        row_number() over (partition by municipality_code, group_code, month order by cases, handler_key) as place
    from monthly.handler_load
),

summed as (
    select
        municipality_code,
        group_code,
        month,
        count(*) as handlers,
        sum(cases) as cases,
        sum(place * cases) as placed_cases
    from ranked
    group by all
)

select
    measure_code,
    municipality_code,
    group_code,
    period_type,
    period_start,
    cast(coalesce(2 * placed_cases - (handlers + 1) * cases, 0) as decimal(18, 4)) as numerator,
    cast(coalesce(handlers * cases, 0) as decimal(18, 4)) as denominator,
    cast(coalesce(handlers, 0) as integer) as group_size
from period.covered
inner join basis.period_month using (period_type, period_start)
inner join basis.asked using (measure_code, municipality_code, period_type)
left join summed using (municipality_code, group_code, month)
where measure_code = 'AB_GINI';

comment on view measure.ab_gini is 'Hur ojämnt öppna ärenden är fördelade mellan handläggare (Ginikoefficient)';
