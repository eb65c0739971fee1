-- Health: those employed the whole period who had at most five sick days in it.
-- Grain: one row per municipality, occupation and period of twelve months.
create or replace view measure.fn_5 as
select
    measure_code,
    municipality_code,
    occupation_code,
    period_type,
    period_start,
    cast(healthy_persons as decimal(18, 4)) as numerator,
    cast(persons as decimal(18, 4)) as denominator,
    persons as group_size
from period.healthy_staff
inner join period.covered using (municipality_code, period_type, period_start)
where measure_code = 'FN_5';

comment on view measure.fn_5 is 'Frisknärvaro: andel av dem som varit anställda hela perioden med högst fem sjukdagar';
