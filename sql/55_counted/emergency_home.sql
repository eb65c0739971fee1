-- Placements in emergency homes whose two months ended in the period, and whether they went on past them.
-- How: measure.pl_jour_60.
-- Grain: one row per period and placement.
create or replace view counted.emergency_home as
with emergency as (
    select
        municipality_code,
        placement_key,
        client_key,
        plus_months(started_on, limit_value) as limit_on,
        coalesce(ended_on > plus_months(started_on, limit_value), true) as is_past_limit
    from core.placement
    inner join meta.legal_limit
        on limit_name = 'emergency_home_months' and started_on between valid_from and valid_to
    where placement_form_code in ('jourhem_eget', 'jourhem_konsulent')
)

select
    municipality_code,
    'alla' as group_code,
    period_type,
    period_start,
    case when is_past_limit then 'past_limit' else 'in_time' end as kind_code,
    case when is_past_limit then 'Längre än två månader i jourhem' else 'Högst två månader i jourhem' end as kind_label,
    limit_on as counted_on,
    client_key as subject_key,
    cast(1 as decimal(18, 6)) as quantity,
    1 as month_ends,
    'placement' as dataset,
    placement_key as row_key
from emergency
inner join basis.period_month on month = month_of(limit_on);

comment on view counted.emergency_home is 'Placeringar i jourhem vars gräns inföll i perioden, rad för rad';
