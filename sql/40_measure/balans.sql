-- What the pile grew by: cases that came in less cases closed. Negative where it shrank.
-- Grain: one row per municipality and period.
create or replace view measure.balans as
select
    measure_code,
    municipality_code,
    'alla' as group_code,
    period_type,
    period_start,
    cast(coalesce(cases_in, 0) - coalesce(cases_closed, 0) as decimal(18, 4)) as numerator,
    cast(null as decimal(18, 4)) as denominator,
    coalesce(cases_in, 0) + coalesce(cases_closed, 0) as group_size
from period.covered
left join period.case_flow using (municipality_code, period_type, period_start)
where measure_code = 'BALANS';

comment on view measure.balans is 'Inkomna ärenden minus avslutade';
