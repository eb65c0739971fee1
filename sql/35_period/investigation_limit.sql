-- Investigations whose limit was in the period, and those finished or lawfully extended by then.
-- Grain: one row per municipality and period with such a limit.
create or replace view period.investigation_limit as
select
    municipality_code,
    period_type,
    period_start,
    cast(sum(investigations) as integer) as investigations,
    cast(sum(in_time) as integer) as in_time,
    cast(sum(finished_in_time) as integer) as finished_in_time
from monthly.investigation_limit
inner join basis.period_month using (month)
group by all;

comment on view period.investigation_limit is 'Utredningar vars fyramånadersgräns inföll i perioden, och de som då var klara eller lagligen förlängda';
