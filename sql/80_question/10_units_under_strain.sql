-- Vilken enhet är på väg mot en kris?
-- Asked by: Skyddsombud
-- Mind: Enheter visas per kalenderår och bara när de är stora nog; en tom ruta är inget gott tecken.
select
    group_label as unit,
    year(period_start) as year,
    max(round(100 * value, 1)) filter (where measure_code = 'VAK_TOM') as empty_posts_percent,
    max(round(100 * value, 1)) filter (where measure_code = 'SF_KORT') as short_sick_leave_percent,
    max(round(value, 1)) filter (where measure_code = 'OT_TIM') as overtime_hours,
    max(round(100 * value, 1)) filter (where measure_code = 'PO_EXT_EB') as left_by_choice_percent,
    max(round(value, 2)) filter (where measure_code = 'CHEF_BYTE') as manager_changes
from bi.measure_value
inner join bi.staff_group using (municipality_code, split_code, group_code)
where
    municipality_code = '0380'
    and period_type = 'year'
    and split_code = 'enhet'
    and measure_code in ('VAK_TOM', 'SF_KORT', 'OT_TIM', 'PO_EXT_EB', 'CHEF_BYTE')
group by group_label, sort_order, period_start
order by sort_order, year;
