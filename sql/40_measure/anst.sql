-- Staff in persons: how many are monthly paid. The official figure of a year is that of November.
-- A group in which nobody is has no number and not a zero: zero is below the smallest group, and would be hidden.
-- Grain: one row per municipality, group and period.
create or replace view measure.anst as
select
    measure_code,
    municipality_code,
    group_code,
    period_type,
    period_start,
    persons as numerator,
    cast(null as decimal(18, 4)) as denominator,
    cast(coalesce(floor(persons), 0) as integer) as group_size
from period.covered
inner join basis.asked using (measure_code, municipality_code, period_type)
left join period.staff_structure using (municipality_code, group_code, period_type, period_start)
where measure_code = 'ANST';

comment on view measure.anst is 'Antal månadsavlönade';
