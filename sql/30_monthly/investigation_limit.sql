-- Investigations whose four months ended in the month, and those finished or lawfully extended by then.
-- The limit is that of the day it was begun. Four months are months of the calendar, never 120 days: 31 October gives the last of February. An extension counts
-- when it was decided no later than the limit and has been kept, so far as is known. Investigations known to be
-- about an adult have no such limit.
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
adult as (
    select
        municipality_code,
        referral_key
    from core.referral
    where age_group_code = '21_plus'
),
investigation as (
    select
        municipality_code,
        plus_months(started_on, limit_value) as limit_on,
        ended_on,
        extension_decided_on,
        extended_to,
        coalesce(ended_on, delivered_to) as open_to
    from core.investigation
    inner join delivered using (municipality_code)
    inner join meta.legal_limit
        on limit_name = 'investigation_limit_months' and started_on between valid_from and valid_to
    left join adult using (municipality_code, referral_key)
    where adult.referral_key is null
)

select
    municipality_code,
    month_of(limit_on) as month,
    cast(count(*) as integer) as investigations,
    cast(
        count(*) filter (
            where ended_on <= limit_on
                or extension_decided_on <= limit_on and open_to <= extended_to
        ) as integer
    ) as in_time,
    cast(count(*) filter (where ended_on <= limit_on) as integer) as finished_in_time
from investigation
group by all;

comment on view monthly.investigation_limit is 'Utredningar vars fyramånadersgräns inföll i månaden, och de som då var klara eller lagligen förlängda';
comment on column monthly.investigation_limit.finished_in_time is 'De som då var klara, förlängda oräknade';
