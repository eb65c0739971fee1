-- How far apart pay is: the pay that one of ten exceeds, against the one that nine of ten do.
-- Grain: one row per municipality, group and calendar year; without a number where nobody's pay is delivered.
create or replace view measure.lon_sprid as
select
    measure_code,
    municipality_code,
    group_code,
    period_type,
    period_start,
    upper_pay_sek as numerator,
    lower_pay_sek as denominator,
    coalesce(persons, 0) as group_size
from period.covered
inner join basis.asked using (measure_code, municipality_code, period_type)
left join period.pay using (municipality_code, group_code, period_type, period_start)
where measure_code = 'LON_SPRID';

comment on view measure.lon_sprid is 'Lönespridning: nittionde percentilen delad med den tionde';
