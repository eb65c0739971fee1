-- What the work environment authority wanted mended after visits in the period. None is a true zero.
-- Nobody's person is counted: the size of the group is that of the requirements themselves.
-- Grain: one row per municipality and period.
create or replace view measure.av_krav as
with raised as (
    select
        municipality_code,
        period_type,
        period_start,
        count(*) as requirements
    from core.inspection
    inner join basis.period_month on month = month_of(visited_on)
    group by all
)

select
    measure_code,
    municipality_code,
    'alla' as group_code,
    period_type,
    period_start,
    cast(coalesce(requirements, 0) as decimal(18, 4)) as numerator,
    cast(null as decimal(18, 4)) as denominator,
    cast(coalesce(requirements, 0) as integer) as group_size
from period.covered
left join raised using (municipality_code, period_type, period_start)
where measure_code = 'AV_KRAV';

comment on view measure.av_krav is 'Krav från Arbetsmiljöverket efter besök i perioden';
