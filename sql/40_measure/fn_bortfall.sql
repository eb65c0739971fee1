-- Whom the FN measures do not ask: those who came or left during the period.
-- Grain: one row per municipality, occupation and period of twelve months.
create or replace view measure.fn_bortfall as
select
    measure_code,
    municipality_code,
    group_code,
    period_type,
    period_start,
    cast(coalesce(persons_in_all - persons, 0) as decimal(18, 4)) as numerator,
    cast(coalesce(persons_in_all, 0) as decimal(18, 4)) as denominator,
    coalesce(persons_in_all, 0) as group_size
from period.covered
inner join basis.asked using (measure_code, municipality_code, period_type)
left join period.healthy_staff using (municipality_code, group_code, period_type, period_start)
where measure_code = 'FN_BORTFALL';

comment on view measure.fn_bortfall is 'Andel av de anställda som inte var anställda hela perioden och därför inte ingår i frisknärvaron';
