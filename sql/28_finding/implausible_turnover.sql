-- Deliveries of employments in whose last twelve months hardly anybody left, though many are employed.
-- It mostly means that the export leaves out those who have gone, and every figure of turnover is then too low.
-- Only where all twelve months have been delivered; the delivery as a whole is told, on line 0.
-- Grain: one row per delivery.
create or replace view finding.implausible_turnover as
with setting as (
    select
        cast(max(parameter_value) filter (where parameter_name = 'implausible_turnover_percent') as integer) as least_percent,
        cast(max(parameter_value) filter (where parameter_name = 'implausible_turnover_employed') as integer) as more_than
    from meta.parameter
),
last_year as (
    select
        municipality_code,
        delivery_id,
        plus_months(period_to, -11) as year_from,
        last_day(period_to) as year_to
    from lake.live_delivery
    where dataset = 'employment'
),
whole as (
    select
        municipality_code,
        delivery_id,
        year_from,
        year_to
    from last_year
    inner join core.coverage as covered using (municipality_code)
    where covered.dataset = 'employment'
        and covered.month between year_from and year_to
    group by municipality_code, delivery_id, year_from, year_to
    having count(*) = 12
),
staffed as (
    select
        municipality_code,
        delivery_id,
        year_from,
        year_to,
        count(distinct person_key) as employed
    from whole
    inner join spell.staff as stay using (municipality_code)
    where stay.group_code = 'alla'
        and year_from between stay.started_on and stay.ended_on
    group by municipality_code, delivery_id, year_from, year_to
),
gone as (
    select
        municipality_code,
        delivery_id,
        count(distinct person_key) as leavers
    from whole
    inner join event.exit as went using (municipality_code)
    where went.group_code = 'alla'
        and went.kind_code = 'extern'
        and went.left_on between year_from and year_to
    group by municipality_code, delivery_id
)

select
    staffed.municipality_code,
    staffed.delivery_id,
    0 as line_no,
    'implausible_turnover' as finding_code,
    cast(null as string) as unit_code
from staffed
cross join setting
left join gone
    on gone.municipality_code = staffed.municipality_code
    and gone.delivery_id = staffed.delivery_id
where staffed.employed > more_than
    and coalesce(gone.leavers, 0) * 100 < staffed.employed * least_percent;

comment on view finding.implausible_turnover is 'Leveranser av anställningar där nästan ingen slutat under de senaste tolv månaderna';
