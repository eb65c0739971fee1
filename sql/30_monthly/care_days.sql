-- Days of care in placements, and those of them that were bought: everything but the municipality's own.
-- The first day is counted and the last is not, so that a child moved from one home to another is in one of them.
-- A placement without an end runs through the last delivered day.
-- Grain: one row per municipality and month with a placement.
create or replace view monthly.care_days as
with delivered as (
    select
        municipality_code,
        last_day(max(month)) as delivered_to
    from core.coverage
    where dataset = 'placement'
    group by all
),
placement as (
    select
        municipality_code,
        client_key,
        provision_code,
        started_on,
        least(coalesce(ended_on - 1, delivered_to), delivered_to) as last_care_on
    from core.placement
    inner join delivered using (municipality_code)
),
placement_month as (
    select
        municipality_code,
        client_key,
        provision_code,
        month,
        days_between(greatest(started_on, month), least(last_care_on, month_end)) + 1 as care_days
    from placement
    inner join core.month on month <= last_care_on and month_end >= started_on
    where started_on <= last_care_on
)

select
    municipality_code,
    month,
    cast(count(distinct client_key) as integer) as clients,
    cast(sum(care_days) as integer) as care_days,
    cast(coalesce(sum(care_days) filter (where provision_code <> 'egen'), 0) as integer) as bought_days
from placement_month
group by all;

comment on view monthly.care_days is 'Vårddygn i placeringar under månaden, och de köpta av dem';
