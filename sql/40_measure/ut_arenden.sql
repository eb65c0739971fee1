-- What is closed: reports decided on without an investigation, and investigations ended.
-- Grain: one row per municipality and period.
create or replace view measure.ut_arenden as
select
    measure_code,
    municipality_code,
    'alla' as group_code,
    period_type,
    period_start,
    cast(coalesce(cases_closed, 0) as decimal(18, 4)) as numerator,
    cast(null as decimal(18, 4)) as denominator,
    coalesce(cases_closed, 0) as group_size
from period.covered
left join period.case_flow using (municipality_code, period_type, period_start)
where measure_code = 'UT_ARENDEN';

comment on view measure.ut_arenden is 'Ärenden som avslutats';
