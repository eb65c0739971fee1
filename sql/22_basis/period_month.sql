-- The periods a figure is given for, and the months each of them is made of.
-- A year or a rolling twelve months is a period only when all its twelve months lie within the reported span.
-- Grain: one row per period type, period and month of it.
create or replace view basis.period_month as
with twelve_months as (
    select
        'rolling_12' as period_type,
        first.month as period_start,
        within.month
    from core.month as first
    inner join core.month as within on within.month between first.month and plus_months(first.month, 11)
    union all
    select
        'year' as period_type,
        make_date(year, 1, 1) as period_start,
        month
    from core.month
),
whole as (
    select
        period_type,
        period_start,
        count(*) as months
    from twelve_months
    group by period_type, period_start
    having count(*) = 12
)

select
    'month' as period_type,
    month as period_start,
    month_end as period_end,
    1 as months,
    month
from core.month
union all
select
    period_type,
    period_start,
    last_day(plus_months(period_start, 11)) as period_end,
    cast(months as integer) as months,
    month
from twelve_months
inner join whole using (period_type, period_start);

comment on view basis.period_month is 'Perioderna som nyckeltalen anges för (månad, rullande tolv månader, kalenderår) och månaderna i var och en';
comment on column basis.period_month.months is 'Månader i hela perioden';
