-- The pay that half of them exceed, at the end of November.
-- Grain: one row per municipality, group and calendar year; without a number where nobody's pay is delivered.
create or replace view measure.lon_median as
select
    measure_code,
    municipality_code,
    group_code,
    period_type,
    period_start,
    median_pay_sek as numerator,
    cast(null as decimal(18, 4)) as denominator,
    coalesce(persons, 0) as group_size
from period.covered
inner join basis.asked using (measure_code, municipality_code, period_type)
left join period.pay using (municipality_code, group_code, period_type, period_start)
where measure_code = 'LON_MEDIAN';

comment on view measure.lon_median is 'Median av månadsavlönades grundlön vid heltid den sista november';
