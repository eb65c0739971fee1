-- What hired social workers cost over the period, and what the municipality's own did.
-- The group they stand on is the own staff of the month with most of them.
-- Grain: one row per municipality and period with either.
create or replace view period.staff_cost as
select
    municipality_code,
    period_type,
    period_start,
    cast(sum(hired_cost_sek) as decimal(18, 4)) as hired_cost_sek,
    cast(sum(own_hours) as decimal(18, 4)) as own_hours,
    cast(sum(own_cost_sek) as decimal(18, 4)) as own_cost_sek,
    max(own_persons) as own_persons
from monthly.staff_cost
inner join basis.period_month using (month)
group by all;

comment on view period.staff_cost is 'Kostnad för inhyrda socionomer och för egna socionomers arbetade timmar under perioden';
comment on column period.staff_cost.own_persons is 'Egna socionomer i den av månaderna som har flest';
