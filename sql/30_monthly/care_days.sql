-- Days of care in placements: how many, whose, in what form and at what price.
-- Which days count: basis.care_time. Bought is everything but the municipality's own.
-- Grain: one row per municipality and month with a placement.
create or replace view monthly.care_days as
with placement_month as (
    select
        municipality_code,
        client_key,
        provision_code,
        is_home,
        is_own_home,
        day_price_sek,
        month,
        days_between(greatest(started_on, month), least(last_care_on, month_end)) + 1 as care_days
    from basis.care_time
    inner join core.month on month <= last_care_on and month_end >= started_on
)

select
    municipality_code,
    month,
    cast(count(distinct client_key) as integer) as clients,
    cast(sum(care_days) as integer) as care_days,
    cast(coalesce(sum(care_days) filter (where provision_code <> 'egen'), 0) as integer) as bought_days,
    cast(coalesce(sum(care_days) filter (where is_home), 0) as integer) as home_days,
    cast(coalesce(sum(care_days) filter (where is_own_home), 0) as integer) as own_home_days,
    cast(coalesce(sum(care_days) filter (where day_price_sek is not null), 0) as integer) as priced_days,
    cast(coalesce(sum(care_days * day_price_sek), 0) as decimal(18, 2)) as priced_sek
from placement_month
group by all;

comment on view monthly.care_days is 'Vårddygn i placeringar under månaden';
comment on column monthly.care_days.bought_days is 'Dygn som köptes av någon annan';
comment on column monthly.care_days.home_days is 'Dygn i familjehem, nätverkshem, jourhem och stödboenden';
comment on column monthly.care_days.own_home_days is 'Dygn i kommunens egna sådana hem';
comment on column monthly.care_days.priced_days is 'Dygn med känt dygnspris';
comment on column monthly.care_days.priced_sek is 'Vad de dygnen kostade';
