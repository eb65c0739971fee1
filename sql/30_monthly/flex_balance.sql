-- The flexitime owed at the month's end, of those with ordinary hours in it. A balance that is not given is not known, and not none.
-- Grain: one row per municipality, occupation ('alla' too) and month.
create or replace view monthly.flex_balance as
with setting as (
    select cast(max(parameter_value) as integer) as high_flex_hours
    from meta.parameter
    where parameter_name = 'high_flex_hours'
)

select
    municipality_code,
    case when grouping(occupation_group) = 0 then occupation_group else 'alla' end as group_code,
    month,
    cast(count(*) as integer) as balances,
    cast(count(*) filter (where flex_balance_hours > high_flex_hours) as integer) as high_balances,
    cast(
        dec6(percentile_cont(0.5) within group (order by cast(flex_balance_hours as double))) as decimal(18, 4)
    ) as median_balance
from spell.work_month
cross join setting
where flex_balance_hours is not null
group by grouping sets ((municipality_code, month), (municipality_code, occupation_group, month))
having group_code is not null;

comment on view monthly.flex_balance is 'Levererade flexsaldon vid månadens slut';
comment on column monthly.flex_balance.high_balances is 'Flexsaldon över 40 timmar (parametern high_flex_hours)';
