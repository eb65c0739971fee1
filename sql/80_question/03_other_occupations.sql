-- Är personalomsättningen lägre bland biståndshandläggare och familjerådgivare?
-- Asked by: HR-strateg
-- Mind: Med få personer säger ett år lite: se intervallet och treårsvärdet; visas inget är gruppen för liten.
select
    group_label,
    year(period_start) as year,
    round(100 * value, 1) as percent,
    round(100 * lower_bound, 1) as lower_percent,
    round(100 * upper_bound, 1) as upper_percent,
    round(100 * three_year_value, 1) as three_year_percent,
    n,
    status
from bi.measure_value
inner join bi.staff_group using (municipality_code, split_code, group_code)
where
    measure_code = 'PO_KOLADA'
    and municipality_code = '0380'
    and period_type = 'year'
    and split_code = 'yrke'
order by sort_order, year;
