-- Vilken enhet är på väg mot en kris?
-- Asked by: Skyddsombud
-- Mind: Enheter visas bara när de är stora nog hela året, för sjukfrånvaro minst elva personer; en tom ruta är inget gott tecken. Sjukfrånvaron följer årstiden: jämför med samma månad året före. Avgångar (PO_EXT_EB) och chefsbyten (CHEF_BYTE) finns per år.
select
    group_label as unit,
    period_start as month,
    max(round(100 * value, 1)) filter (where measure_code = 'VAK_TOM') as empty_posts_percent,
    max(round(100 * value, 1)) filter (where measure_code = 'SF_KORT') as short_sick_leave_percent,
    max(round(value, 1)) filter (where measure_code = 'OT_TIM') as overtime_hours,
    max(round(value, 1)) filter (where measure_code = 'AB_P90') as cases_of_the_most_loaded
from bi.measure_value
inner join bi.staff_group using (municipality_code, split_code, group_code)
where
    municipality_code = '0380'
    and period_type = 'month'
    and split_code = 'enhet'
    and year(period_start) = (select max(year(period_start)) from bi.measure_value where period_type = 'year')
    and measure_code in ('VAK_TOM', 'SF_KORT', 'OT_TIM', 'AB_P90')
group by group_label, sort_order, period_start
order by sort_order, month;
