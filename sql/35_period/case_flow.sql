-- Cases that came in and cases that were closed over the period.
-- Grain: one row per municipality and period in which a case came in or was closed.
create or replace view period.case_flow as
select
    municipality_code,
    period_type,
    period_start,
    cast(sum(cases_in) as integer) as cases_in,
    cast(sum(cases_closed) as integer) as cases_closed
from monthly.case_flow
inner join basis.period_month using (month)
group by all;

comment on view period.case_flow is 'Ärenden som kommit in och ärenden som avslutats under perioden';
