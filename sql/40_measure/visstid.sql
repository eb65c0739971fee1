-- Temporary staff: monthly paid persons without a permanent post, of all monthly paid.
-- A person with both has a permanent one. A year is the mean of its month ends.
-- Grain: one row per municipality, occupation and period.
create or replace view measure.visstid as
select
    measure_code,
    municipality_code,
    group_code,
    period_type,
    period_start,
    coalesce(temporary_persons, 0) as numerator,
    coalesce(persons, 0) as denominator,
    cast(coalesce(floor(persons), 0) as integer) as group_size
from period.covered
inner join basis.asked using (measure_code, municipality_code, period_type)
left join period.staff_structure using (municipality_code, group_code, period_type, period_start)
where measure_code = 'VISSTID';

comment on view measure.visstid is 'Andel av de månadsavlönade som inte är tillsvidareanställda';
