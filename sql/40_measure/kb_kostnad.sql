-- Dependence on consultants: cost of hired social workers, of that and the cost of the municipality's own.
-- Own cost is an estimate: hours worked at own_cost_per_worked_hour_sek, the same for all. What differs between two
-- municipalities is thus how much they hire and for what price, not what they pay their own.
-- Grain: one row per municipality and period.
create or replace view measure.kb_kostnad as
with setting as (
    select cast(max(parameter_value) as decimal(10, 2)) as own_cost_per_worked_hour_sek
    from meta.parameter
    where parameter_name = 'own_cost_per_worked_hour_sek'
),
summed as (
    select
        municipality_code,
        period_type,
        period_start,
        cast(sum(hired_cost_sek) as decimal(18, 4)) as hired_cost_sek,
        cast(sum(own_hours) as decimal(18, 2)) as own_hours,
        max(own_persons) as own_persons
    from monthly.staff_cost
    inner join basis.period_month using (month)
    group by all
)

select
    measure_code,
    municipality_code,
    'alla' as group_code,
    period_type,
    period_start,
    coalesce(hired_cost_sek, 0) as numerator,
    cast(
        coalesce(hired_cost_sek, 0) + coalesce(own_hours, 0) * own_cost_per_worked_hour_sek as decimal(18, 4)
    ) as denominator,
    coalesce(own_persons, 0) as group_size
from period.covered
cross join setting
left join summed using (municipality_code, period_type, period_start)
where measure_code = 'KB_KOSTNAD';

comment on view measure.kb_kostnad is 'Kostnad för inhyrda socionomer, andel av den och egen personalkostnad (uppskattad)';
