-- How long it takes to fill a post: from the start of recruiting to its end.
-- Grain: one row per municipality, occupation and period of twelve months; without a number while more than half wait.
create or replace view measure.ttf_median as
with waited as (
    select *
    from period.median_wait
    where kind_code = 'rekrytering'
)

select
    measure_code,
    municipality_code,
    group_code,
    period_type,
    period_start,
    cast(median_days as decimal(18, 4)) as numerator,
    cast(null as decimal(18, 4)) as denominator,
    coalesce(waits, 0) as group_size
from period.covered
inner join basis.asked using (measure_code, municipality_code, period_type)
left join waited using (municipality_code, group_code, period_type, period_start)
where measure_code = 'TTF_MEDIAN';

comment on view measure.ttf_median is 'Mediantid i dagar från att en rekrytering börjat tills den är klar';
