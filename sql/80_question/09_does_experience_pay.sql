-- Lönar sig erfarenhet, och hur långt efter andra ligger vi?
-- Asked by: Fackförbund
-- Mind: Tid i kommunen är inte erfarenhet: den som kommit från en annan kommun räknas som ny. own_over_peers (LON_KVOT) gäller de jämförda, compared_persons.
select
    group_label as level,
    max(own.value) filter (where own.measure_code = 'LON_MEDIAN') as median_pay,
    max(beside.median) filter (where own.measure_code = 'LON_MEDIAN') as median_of_all,
    max(round(own.value, 2)) filter (where own.measure_code = 'LON_ERF') as long_over_short_time,
    max(round(own.value, 2)) filter (where own.measure_code = 'LON_SPRID') as p90_over_p10,
    max(round(own.value, 2)) filter (where own.measure_code = 'LON_KVOT') as own_over_peers,
    max(own.n) filter (where own.measure_code = 'LON_KVOT') as compared_persons
from bi.measure_value as own
inner join bi.staff_group as level
    on
        own.municipality_code = level.municipality_code
        and own.group_code = level.group_code
left join bi.benchmark as beside
    on
        own.municipality_code = beside.municipality_code
        and own.measure_code = beside.measure_code
        and own.group_code = beside.group_code
        and own.period_type = beside.period_type
        and own.period_start = beside.period_start
        and beside.peer_group_code = 'alla'
where
    own.municipality_code = '0380'
    and own.period_type = 'year'
    and own.period_start = date '2015-01-01'
    and own.split_code in ('alla', 'niva')
    and own.measure_code in ('LON_MEDIAN', 'LON_ERF', 'LON_SPRID', 'LON_KVOT')
group by group_label, sort_order
order by sort_order;
