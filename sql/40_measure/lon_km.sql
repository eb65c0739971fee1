-- Women's median pay against men's, whatever their work: within an occupation or level it compares like with like.
-- Grain: one row per municipality, group and calendar year; without a number where nobody's pay is delivered.
create or replace view measure.lon_km as
select
    measure_code,
    municipality_code,
    group_code,
    period_type,
    period_start,
    women_pay_sek as numerator,
    men_pay_sek as denominator,
    coalesce(least(women, men), 0) as group_size
from period.covered
inner join basis.asked using (measure_code, municipality_code, period_type)
left join period.pay using (municipality_code, group_code, period_type, period_start)
where measure_code = 'LON_KM';

comment on view measure.lon_km is 'Kvinnors medianlön delad med mäns';
