-- Investigations whose four months ended in the month, and those finished or lawfully extended by then.
-- Which limit: basis.investigation_limit. An extension counts when it has been kept, so far as is known.
-- Grain: one row per municipality and month.
create or replace view monthly.investigation_limit as
with delivered as (
    select
        municipality_code,
        last_day(max(month)) as delivered_to
    from core.coverage
    where dataset = 'investigation'
    group by all
),
investigation as (
    select
        municipality_code,
        limit_on,
        ended_on,
        extended_to,
        coalesce(ended_on, delivered_to) as open_to
    from basis.investigation_limit
    inner join delivered using (municipality_code)
)

select
    municipality_code,
    month_of(limit_on) as month,
    cast(count(*) as integer) as investigations,
    cast(
        count(*) filter (
            where ended_on <= limit_on
                or open_to <= extended_to
        ) as integer
    ) as in_time,
    cast(count(*) filter (where ended_on <= limit_on) as integer) as finished_in_time
from investigation
group by all;

comment on view monthly.investigation_limit is 'Utredningar vars fyramånadersgräns inföll i månaden, och de som då var klara eller lagligen förlängda';
comment on column monthly.investigation_limit.finished_in_time is 'De som då var klara, förlängda oräknade';
