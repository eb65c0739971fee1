-- Help in time: reports of concern about children decided on within fourteen days.
-- Of the reports whose fourteenth day is in the period: an undecided one counts as late, not as missing.
-- Grain: one row per municipality and period.
create or replace view measure.fb_14 as
with summed as (
    select
        municipality_code,
        period_type,
        period_start,
        sum(reports) as reports,
        sum(decided_in_time) as decided_in_time
    from monthly.report_limit
    inner join basis.period_month using (month)
    group by all
)

select
    measure_code,
    municipality_code,
    'alla' as group_code,
    period_type,
    period_start,
    cast(coalesce(decided_in_time, 0) as decimal(18, 4)) as numerator,
    cast(coalesce(reports, 0) as decimal(18, 4)) as denominator,
    cast(coalesce(reports, 0) as integer) as group_size
from period.covered
left join summed using (municipality_code, period_type, period_start)
where measure_code = 'FB_14';

comment on view measure.fb_14 is 'Andel orosanmälningar om barn med beslut inom fjorton dagar';
