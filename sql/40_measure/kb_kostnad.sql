-- Dependence on consultants: cost of hired social workers, of that and the cost of the municipality's own.
-- Own cost is hours worked at what the pay delivered makes an hour cost. Without pay an hour is estimated the same for all,
-- and what differs between two municipalities is only how much they hire and for what price.
-- Grain: one row per municipality and period.
create or replace view measure.kb_kostnad as
select
    measure_code,
    municipality_code,
    'alla' as group_code,
    period_type,
    period_start,
    coalesce(hired_cost_sek, 0) as numerator,
    cast(coalesce(hired_cost_sek, 0) + coalesce(own_cost_sek, 0) as decimal(18, 4)) as denominator,
    coalesce(own_persons, 0) as group_size
from period.covered
left join period.staff_cost using (municipality_code, period_type, period_start)
where measure_code = 'KB_KOSTNAD';

comment on view measure.kb_kostnad is 'Kostnad för inhyrda socionomer, andel av den och egen personalkostnad';
