-- The months this release can say anything about: from the first to the last month that some delivery in use covers.
-- meta.calendar and meta.month begin earlier, for measures that look back.
-- Grain: one row per month.
create or replace view core.month as
with span as (
    select
        min(period_from) as first_month,
        max(period_to) as last_month
    from lake.live_delivery
)

select
    month,
    month_end,
    year
from meta.month
inner join span
    on month between first_month and last_month;

comment on view core.month is 'Månader som utgåvan omfattar';
