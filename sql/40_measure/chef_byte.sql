-- How often units get another manager: changes of the one most of a unit's staff have, per unit.
-- The first change shows against the month before the period, which has to be delivered too: without it there is no row.
-- Grain: one row per municipality, unit ('alla' too) and period of twelve months.
create or replace view measure.chef_byte as
with twelve_months as (
    select distinct
        period_type,
        period_start
    from basis.period_month
    where period_type in ('rolling_12', 'year')
),
delivered as (
    select
        municipality_code,
        period_type,
        period_start
    from core.coverage
    inner join twelve_months on month = plus_months(period_start, -1)
    where dataset = 'employment'
),
unit as (
    select
        municipality_code,
        group_code,
        period_type,
        period_start,
        count(*) filter (where is_changed) as changes,
        sum(persons) as persons
    from monthly.unit_manager
    inner join basis.period_month using (month)
    group by all
),
summed as (
    select
        municipality_code,
        group_code,
        period_type,
        period_start,
        changes,
        1 as units,
        persons
    from unit
    union all
    select
        municipality_code,
        'alla' as group_code,
        period_type,
        period_start,
        sum(changes) as changes,
        count(*) as units,
        sum(persons) as persons
    from unit
    group by all
)

select
    measure_code,
    municipality_code,
    group_code,
    period_type,
    period_start,
    cast(coalesce(changes, 0) as decimal(18, 4)) as numerator,
    cast(coalesce(units, 0) as decimal(18, 4)) as denominator,
    coalesce(cast(floor(ratio(persons, 12)) as integer), 0) as group_size
from period.covered
inner join delivered using (municipality_code, period_type, period_start)
inner join basis.asked using (measure_code, municipality_code, period_type)
left join summed using (municipality_code, group_code, period_type, period_start)
where measure_code = 'CHEF_BYTE';

comment on view measure.chef_byte is 'Chefsbyten per enhet under tolv månader';
