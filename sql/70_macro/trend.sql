-- How a figure of a municipality has moved, year by year, beside all municipalities: from bi.trend('SF_TOT', '2062').
-- Calendar years and the group alla only; a year without a value is there, and its status says why.
-- Grain: one row per calendar year of the municipality and measure.
create or replace macro bi.trend(wanted_measure_code, wanted_municipality_code) as table
select
    year(figure.period_start) as year,
    figure.value,
    figure.lower_bound,
    figure.upper_bound,
    figure.n,
    figure.status,
    beside.median,
    beside.peer_count,
    figure.cautions
from bi.measure_value as figure
left join bi.benchmark as beside
    on
        figure.municipality_code = beside.municipality_code
        and figure.measure_code = beside.measure_code
        and figure.group_code = beside.group_code
        and figure.period_type = beside.period_type
        and figure.period_start = beside.period_start
        and beside.peer_group_code = 'alla'
where
    figure.measure_code = wanted_measure_code
    and figure.municipality_code = wanted_municipality_code
    and figure.period_type = 'year'
    and figure.group_code = 'alla';

comment on macro table bi.trend is 'Ett mått år för år för en kommun, bredvid medianen av alla: from bi.trend(''SF_TOT'', ''2062'')';
