-- Ökar frisknärvaron, och för vilka?
-- Asked by: Kommunalråd
-- Mind: Bara de som varit anställda hela tiden räknas: läs alltid hur många som inte är med, fn_bortfall.
select
    group_label,
    year(period_start) as year,
    max(round(100 * value, 1)) filter (where measure_code = 'FN_0') as no_sick_day_percent,
    max(round(100 * value, 1)) filter (where measure_code = 'FN_5') as five_days_at_most_percent,
    max(round(100 * value, 1)) filter (where measure_code = 'FN_BORTFALL') as left_out_percent
from bi.measure_value
inner join bi.staff_group using (municipality_code, split_code, group_code)
where
    municipality_code = '0380'
    and period_type = 'year'
    and split_code in ('alla', 'kon')
    and measure_code in ('FN_0', 'FN_5', 'FN_BORTFALL')
group by group_label, sort_order, period_start
order by sort_order, year;
