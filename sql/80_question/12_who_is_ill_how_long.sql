-- Vilka åldrar och livsskeden har kort, och vilka har lång sjukfrånvaro?
-- Asked by: HR-chef
-- Mind: Grupper om högst tio visas inte, enligt lag; små och stora grupper kan inte jämföras utan att se på n.
select
    group_label,
    max(round(100 * value, 1)) filter (where measure_code = 'SF_KORT') as short_percent,
    max(round(100 * value, 1)) filter (where measure_code = 'SF_60') as long_percent,
    max(round(100 * value, 1)) filter (where measure_code = 'SF_TOT') as all_percent,
    max(n) filter (where measure_code = 'SF_TOT') as n
from bi.measure_value
inner join bi.staff_group using (municipality_code, split_code, group_code)
where
    municipality_code = '0380'
    and period_type = 'year'
    and period_start = date '2015-01-01'
    and split_code in ('alla', 'kon', 'alder')
    and measure_code in ('SF_KORT', 'SF_60', 'SF_TOT')
group by group_label, sort_order
order by sort_order;
