-- Pay for full-time work, each with the time it held, as known at the as-of date.
-- Pay of nothing is a vacant post and no salary: whoever counts pay reads basis.pay, which leaves it out.
-- Grain: one row per employment and time with unchanged pay.
create or replace view core.salary as
with newest_first as (
    select
        *,
        row_number() over (
            partition by municipality_code, employment_key, valid_from
            order by delivery_no desc, line_no desc
        ) as place
    from lake.salary
)

select
    municipality_code,
    employment_key,
    valid_from,
    valid_to,
    full_time_monthly_sek,
    fixed_addition_sek,
    review_year,
    missing_reasons,
    delivery_id,
    line_no
from newest_first
where place = 1;

comment on view core.salary is 'Grundlöner vid heltid med den tid de gällde, enligt den senaste leveransen';
