-- Hur många ärenden har varje socialsekreterare i tjänst på enheten, och hur gammal är kön?
-- Asked by: Socialchef
-- Mind: Belastningen faller av sig själv när ärenden läggs tillbaka i kön: läs den aldrig utan kön bredvid. Ärendets enhet är verksamhetssystemets, handläggarens är personalsystemets: delas arbetet över enheter passar de inte ihop.
select
    group_label as unit,
    period_start as month,
    max(round(value, 1)) filter (where measure_code = 'AB_PER_ARB') as cases_per_handler,
    max(round(value, 1)) filter (where measure_code = 'AB_P90') as cases_of_the_most_loaded,
    max(value) filter (where measure_code = 'KO_OFORD') as cases_without_handler,
    max(value) filter (where measure_code = 'KO_ALDER') as median_days_in_queue
from bi.measure_value
inner join bi.staff_group using (municipality_code, split_code, group_code)
where
    municipality_code = '0380'
    and period_type = 'month'
    and split_code in ('alla', 'enhet')
    and year(period_start) = (select max(year(period_start)) from bi.measure_value where period_type = 'year')
    and measure_code in ('AB_PER_ARB', 'AB_P90', 'KO_OFORD', 'KO_ALDER')
group by group_label, sort_order, period_start
order by sort_order, month;
