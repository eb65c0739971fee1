-- How long they have been here: full-time equivalents employed one or two whole years, of all.
-- A year is the mean of its month ends.
-- Grain: one row per municipality, occupation and period.
create or replace view measure.erf_1_2 as
select
    measure_code,
    municipality_code,
    group_code,
    period_type,
    period_start,
    coalesce(fte_1_2, 0) as numerator,
    coalesce(fte, 0) as denominator,
    cast(coalesce(floor(persons), 0) as integer) as group_size
from period.covered
inner join basis.asked using (measure_code, municipality_code, period_type)
left join period.staff_structure using (municipality_code, group_code, period_type, period_start)
where measure_code = 'ERF_1_2';

comment on view measure.erf_1_2 is 'Andel av årsarbetarna som varit anställda i kommunen ett eller två hela år';
