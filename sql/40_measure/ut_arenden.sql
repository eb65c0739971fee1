-- What is closed: reports decided on without an investigation, and investigations ended.
-- Grain: one row per municipality and period.
create or replace view measure.ut_arenden as
with summed as (
    select
        municipality_code,
        period_type,
        period_start,
        sum(cases_in) as cases_in,
        sum(cases_closed) as cases_closed
    from monthly.case_flow
    inner join basis.period_month using (month)
    group by all
)

select
    measure_code,
    municipality_code,
    'alla' as group_code,
    period_type,
    period_start,
    cast(coalesce(cases_closed, 0) as decimal(18, 4)) as numerator,
    cast(null as decimal(18, 4)) as denominator,
    cast(coalesce(cases_closed, 0) as integer) as group_size
from period.covered
left join summed using (municipality_code, period_type, period_start)
where measure_code = 'UT_ARENDEN';

comment on view measure.ut_arenden is 'Ärenden som avslutats';
