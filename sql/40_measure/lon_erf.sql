-- Whether staying pays: median pay after ten years in the municipality, against that before two.
-- Grain: one row per municipality, group and calendar year; without a number where nobody's pay is delivered.
create or replace view measure.lon_erf as
select
    measure_code,
    municipality_code,
    group_code,
    period_type,
    period_start,
    experienced_pay_sek as numerator,
    new_pay_sek as denominator,
    coalesce(least(experienced_persons, new_persons), 0) as group_size
from period.covered
inner join basis.asked using (measure_code, municipality_code, period_type)
left join period.pay using (municipality_code, group_code, period_type, period_start)
where measure_code = 'LON_ERF';

comment on view measure.lon_erf is 'Medianlön efter tio år i kommunen, delad med medianlönen före två';
