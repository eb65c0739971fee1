-- What the pile grew by: cases that came in less cases closed. Negative where it shrank.
-- Grain: one row per municipality and period.
create or replace view measure.balans as
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
    cast(coalesce(cases_in, 0) - coalesce(cases_closed, 0) as decimal(18, 4)) as numerator,
    cast(null as decimal(18, 4)) as denominator,
    cast(coalesce(cases_in, 0) + coalesce(cases_closed, 0) as integer) as group_size
from period.covered
left join summed using (municipality_code, period_type, period_start)
where measure_code = 'BALANS';

comment on view measure.balans is 'Inkomna ärenden minus avslutade';
