-- Relief from paperwork: administrators per handler, in full-time equivalents.
-- A year is the mean of its month ends.
-- Grain: one row per municipality and period.
create or replace view measure.adm_kvot as
with summed as (
    select
        municipality_code,
        period_type,
        period_start,
        coalesce(sum(fte) filter (where occupation_code = 'administrator'), 0) as administrator_fte,
        coalesce(sum(fte) filter (where occupation_code <> 'administrator'), 0) as handler_fte,
        coalesce(sum(persons) filter (where occupation_code <> 'administrator'), 0) as handlers
    from monthly.staff_structure
    inner join basis.period_month using (month)
    where occupation_code in ('administrator', 'socialsekreterare', 'bistandshandlaggare')
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
    'alla' as occupation_code,
    period_type,
    period_start,
    coalesce(cast(dec6(ratio(administrator_fte, months)) as decimal(18, 4)), 0) as numerator,
    coalesce(cast(dec6(ratio(handler_fte, months)) as decimal(18, 4)), 0) as denominator,
    coalesce(cast(floor(ratio(handlers, months)) as integer), 0) as group_size
from period.covered
left join mean using (municipality_code, period_type, period_start)
where measure_code = 'ADM_KVOT';

comment on view measure.adm_kvot is 'Administratörer per handläggare, årsarbetare';
