-- Health: those employed the whole period who had at most five sick days in at most three sick periods.
-- Grain: one row per municipality, occupation and period of twelve months.
create or replace view measure.fn_5_3 as
select
    measure_code,
    municipality_code,
    group_code,
    period_type,
    period_start,
    cast(coalesce(seldom_ill, 0) as decimal(18, 4)) as numerator,
    cast(coalesce(persons, 0) as decimal(18, 4)) as denominator,
    coalesce(persons, 0) as group_size
from period.covered
inner join basis.asked using (measure_code, municipality_code, period_type)
left join period.healthy_staff using (municipality_code, group_code, period_type, period_start)
where measure_code = 'FN_5_3';

comment on view measure.fn_5_3 is 'Frisknärvaro: andel av dem som varit anställda hela perioden med högst fem sjukdagar vid högst tre tillfällen';
