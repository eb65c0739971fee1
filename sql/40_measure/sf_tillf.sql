-- How often: sick periods begun by those employed the whole period, per person.
-- Grain: one row per municipality, occupation and period of twelve months.
create or replace view measure.sf_tillf as
select
    measure_code,
    municipality_code,
    group_code,
    period_type,
    period_start,
    cast(coalesce(spells_begun, 0) as decimal(18, 4)) as numerator,
    cast(coalesce(persons, 0) as decimal(18, 4)) as denominator,
    coalesce(persons, 0) as group_size
from period.covered
inner join basis.asked using (measure_code, municipality_code, period_type)
left join period.healthy_staff using (municipality_code, group_code, period_type, period_start)
where measure_code = 'SF_TILLF';

comment on view measure.sf_tillf is 'Påbörjade sjukperioder per anställd, av dem som varit anställda hela perioden';
