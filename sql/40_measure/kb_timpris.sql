-- What an hour of a hired social worker costs: the median of the lines that state hours or days.
-- Credited lines say nothing of a price and are left out; what they take back is still a price that was paid.
-- Grain: one row per municipality and period.
create or replace view measure.kb_timpris as
with priced as (
    select
        municipality_code,
        period_type,
        period_start,
        percentile_cont(0.5) within group (order by ratio(amount_sek, hired_hours)) as median_sek,
        count(*) as lines
    from event.hired_time
    inner join basis.period_month on month = month_of(issued_on)
    where hired_hours > 0 and amount_sek > 0
    group by all
)

select
    measure_code,
    municipality_code,
    'alla' as group_code,
    period_type,
    period_start,
    cast(median_sek as decimal(18, 4)) as numerator,
    cast(null as decimal(18, 4)) as denominator,
    cast(coalesce(lines, 0) as integer) as group_size
from period.covered
left join priced using (municipality_code, period_type, period_start)
where measure_code = 'KB_TIMPRIS';

comment on view measure.kb_timpris is 'Timpris för inhyrda socionomer, median';
