-- Vilka slutar, när i karriären, och vart går de?
-- Asked by: HR-chef
-- Mind: Vart den som lämnar kommunen går är inte känt; PO_YRKE minus PO_EXT är de som gått till annat i kommunen.
select
    group_label,
    max(round(100 * value, 1)) filter (where measure_code = 'PO_EXT_EB') as left_by_choice_percent,
    max(round(100 * value, 1)) filter (where measure_code = 'PO_EXT') as left_the_municipality_percent,
    max(round(100 * value, 1)) filter (where measure_code = 'PO_YRKE') as left_the_occupation_percent,
    max(n) filter (where measure_code = 'PO_EXT_EB') as n
from bi.measure_value
inner join bi.staff_group using (municipality_code, split_code, group_code)
where
    municipality_code = '0380'
    and period_type = 'year'
    and period_start = date '2015-01-01'
    and split_code in ('alla', 'tid', 'niva')
    and measure_code in ('PO_EXT_EB', 'PO_EXT', 'PO_YRKE')
group by group_label, sort_order
order by sort_order;
