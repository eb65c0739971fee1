-- Breakdowns: placements that ended otherwise than planned, of those that ended in the period.
-- A move from one home to another (omplacering) may have been planned; it is not counted as a breakdown. A placement
-- without a reason for its end is left out on both sides.
-- Grain: one row per municipality and period.
create or replace view measure.pl_bryt as
with ended as (
    select
        municipality_code,
        period_type,
        period_start,
        count(*) as placements,
        count(*) filter (where end_reason_code = 'brytning') as broken_off,
        count(distinct client_key) as clients
    from core.placement
    inner join basis.period_month on month = month_of(ended_on)
    where end_reason_code is not null
    group by all
)

select
    measure_code,
    municipality_code,
    'alla' as group_code,
    period_type,
    period_start,
    cast(coalesce(broken_off, 0) as decimal(18, 4)) as numerator,
    cast(coalesce(placements, 0) as decimal(18, 4)) as denominator,
    cast(coalesce(clients, 0) as integer) as group_size
from period.covered
left join ended using (municipality_code, period_type, period_start)
where measure_code = 'PL_BRYT';

comment on view measure.pl_bryt is 'Andel avslutade placeringar som avbrutits oplanerat';
