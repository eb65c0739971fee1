-- Careers within the municipality: promotions to a higher level, against the mean of the monthly paid.
-- Grain: one row per municipality, occupation (after the promotion) and period of twelve months.
create or replace view measure.befordran as
with summed as (
    select
        municipality_code,
        group_code,
        period_type,
        period_start,
        count(*) as promotions
    from event.promotion
    inner join basis.period_month on month = month_of(promoted_on)
    where period_type in ('rolling_12', 'year')
    group by all
)

select
    measure_code,
    municipality_code,
    group_code,
    period_type,
    period_start,
    cast(coalesce(promotions, 0) as decimal(18, 4)) as numerator,
    monthly_paid_mean as denominator,
    cast(floor(monthly_paid_mean) as integer) as group_size
from period.covered
inner join basis.asked using (measure_code, municipality_code, period_type)
inner join period.turnover using (municipality_code, group_code, period_type, period_start)
left join summed using (municipality_code, group_code, period_type, period_start)
where measure_code = 'BEFORDRAN';

comment on view measure.befordran is 'Befordringar till en högre nivå i karriärstegen, mot medelantalet månadsavlönade';
