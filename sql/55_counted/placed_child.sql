-- Placements of children and the young with a day of care in the year.
-- Somebody with several placements is several rows and one subject.
-- Grain: one row per period and placement.
create or replace view counted.placed_child as
with delivered as (
    select
        municipality_code,
        last_day(max(month)) as delivered_to
    from core.coverage
    where dataset = 'placement'
    group by all
),
period as (
    select distinct
        period_type,
        period_start,
        period_end
    from basis.period_month
)

select
    municipality_code,
    'alla' as group_code,
    period_type,
    period_start,
    'placed_child' as kind_code,
    'Placering av barn eller ung' as kind_label,
    greatest(started_on, period_start) as counted_on,
    client_key as subject_key,
    cast(1 as decimal(18, 6)) as quantity,
    1 as month_ends,
    'placement' as dataset,
    placement_key as row_key
from core.placement
inner join delivered using (municipality_code)
inner join period
    on started_on <= period_end
    and least(coalesce(ended_on - 1, delivered_to), delivered_to) >= greatest(started_on, period_start)
where age_group_code <> '21_plus';

comment on view counted.placed_child is 'Placerade barn och unga, rad för rad';
