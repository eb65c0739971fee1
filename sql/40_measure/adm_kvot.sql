-- Relief from paperwork: administrators per handler, in full-time equivalents.
-- A year is the mean of its month ends.
-- Grain: one row per municipality, group and period.
create or replace view measure.adm_kvot as
with summed as (
    select
        municipality_code,
        group_code,
        period_type,
        period_start,
        sum(administrator_fte) as administrator_fte,
        sum(handler_fte) as handler_fte,
        sum(handlers) as handlers
    from monthly.staff_structure
    inner join basis.period_month using (month)
    group by all
),

mean as (
    select
        *,
        case period_type when 'month' then 1 else 12 end as months
    from summed
)

select
    measure_code,
    municipality_code,
    group_code,
    period_type,
    period_start,
    coalesce(cast(dec6(ratio(administrator_fte, months)) as decimal(18, 4)), 0) as numerator,
    coalesce(cast(dec6(ratio(handler_fte, months)) as decimal(18, 4)), 0) as denominator,
    coalesce(cast(floor(ratio(handlers, months)) as integer), 0) as group_size
from period.covered
inner join core.staff_group using (municipality_code)
left join mean using (municipality_code, group_code, period_type, period_start)
where measure_code = 'ADM_KVOT';

comment on view measure.adm_kvot is 'Administratörer per handläggare, årsarbetare';
