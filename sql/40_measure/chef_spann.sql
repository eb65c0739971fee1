-- How many share a manager: persons with a manager, per manager.
-- A year is the mean of its month ends.
-- Grain: one row per municipality and period.
create or replace view measure.chef_spann as
select
    measure_code,
    municipality_code,
    'alla' as group_code,
    period_type,
    period_start,
    coalesce(persons, 0) as numerator,
    coalesce(managers, 0) as denominator,
    cast(coalesce(floor(persons), 0) as integer) as group_size
from period.covered
left join period.span_of_control using (municipality_code, period_type, period_start)
where measure_code = 'CHEF_SPANN';

comment on view measure.chef_spann is 'Anställda per chef';
