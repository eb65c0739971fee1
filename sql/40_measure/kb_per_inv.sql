-- What hired social workers cost each inhabitant. A year whose population is not known has no row.
-- Grain: one row per municipality and calendar year.
create or replace view measure.kb_per_inv as
select
    measure_code,
    municipality_code,
    'alla' as group_code,
    period_type,
    period_start,
    coalesce(hired_cost_sek, 0) as numerator,
    cast(children + adults + older as decimal(18, 4)) as denominator,
    children + adults + older as group_size
from period.covered
inner join meta.population using (municipality_code)
left join period.staff_cost using (municipality_code, period_type, period_start)
where measure_code = 'KB_PER_INV' and year = year(period_start);

comment on view measure.kb_per_inv is 'Kostnad för inhyrda socionomer per invånare';
