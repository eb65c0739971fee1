-- How old the queue is: median days since the unassigned cases came in. Where there is no queue it has no age.
-- Grain: one row per municipality, group (alla, unit) and month; without a number where there is no queue.
create or replace view measure.ko_alder as
with queue as (
    select
        municipality_code,
        group_code,
        month,
        percentile_cont(0.5) within group (order by cast(age_days as double)) as median_days,
        count(*) as cases
    from monthly.open_case
    where not is_assigned
    group by all
)

select
    measure_code,
    municipality_code,
    group_code,
    period_type,
    period_start,
    cast(dec6(median_days) as decimal(18, 4)) as numerator,
    cast(null as decimal(18, 4)) as denominator,
    cast(coalesce(cases, 0) as integer) as group_size
from period.covered
inner join basis.period_month using (period_type, period_start)
inner join basis.asked using (measure_code, municipality_code, period_type)
left join queue using (municipality_code, group_code, month)
where measure_code = 'KO_ALDER';

comment on view measure.ko_alder is 'Medianålder i dagar för öppna ärenden utan ansvarig handläggare';
