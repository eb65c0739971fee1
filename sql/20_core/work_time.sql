-- Ordinary and worked hours of each employment and month, as known at the as-of date.
-- Ordinary hours include those one was absent from: they are the denominator of sick leave.
-- Grain: one row per employment and month.
create or replace view core.work_time as
with newest_first as (
    select
        *,
        row_number() over (
            partition by municipality_code, employment_key, month
            order by delivery_no desc, line_no desc
        ) as place
    from lake.work_time
)

select
    municipality_code,
    employment_key,
    month,
    ordinary_hours,
    worked_hours,
    overtime_hours,
    additional_hours,
    on_call_hours,
    flex_balance_hours,
    supervision_hours,
    training_hours,
    missing_reasons,
    delivery_id,
    line_no
from newest_first
where place = 1;

comment on view core.work_time is 'Ordinarie och arbetad tid per anställning och månad, enligt den senaste leveransen';
