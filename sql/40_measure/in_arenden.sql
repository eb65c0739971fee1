-- What comes in: reports and applications, and investigations begun without one.
-- Grain: one row per municipality and period.
create or replace view measure.in_arenden as
select
    measure_code,
    municipality_code,
    'alla' as group_code,
    period_type,
    period_start,
    cast(coalesce(cases_in, 0) as decimal(18, 4)) as numerator,
    cast(null as decimal(18, 4)) as denominator,
    coalesce(cases_in, 0) as group_size
from period.covered
left join period.case_flow using (municipality_code, period_type, period_start)
where measure_code = 'IN_ARENDEN';

comment on view measure.in_arenden is 'Ärenden som kommit in';
