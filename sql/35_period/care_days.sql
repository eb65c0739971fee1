-- Days of care in placements over the period. The group they stand on is the clients of the month with most of them.
-- Grain: one row per municipality and period with a placement.
create or replace view period.care_days as
select
    municipality_code,
    period_type,
    period_start,
    max(clients) as clients,
    cast(sum(care_days) as integer) as care_days,
    cast(sum(bought_days) as integer) as bought_days,
    cast(sum(home_days) as integer) as home_days,
    cast(sum(own_home_days) as integer) as own_home_days,
    cast(sum(priced_days) as integer) as priced_days,
    cast(sum(priced_sek) as decimal(18, 2)) as priced_sek
from monthly.care_days
inner join basis.period_month using (month)
group by all;

comment on view period.care_days is 'Vårddygn i placeringar under perioden';
comment on column period.care_days.clients is 'Klienter i den av månaderna som har flest';
