-- Placements that ended in the period, by the reason given.
-- Grain: one row per period and placement ended for a known reason.
create or replace view counted.placement_end as
select
    municipality_code,
    'alla' as group_code,
    period_type,
    period_start,
    end_reason_code as kind_code,
    coalesce(label, end_reason_code) as kind_label,
    ended_on as counted_on,
    client_key as subject_key,
    cast(1 as decimal(18, 6)) as quantity,
    1 as month_ends,
    'placement' as dataset,
    placement_key as row_key
from core.placement
left join meta.code on list_name = 'placement_end_reason' and code = end_reason_code
inner join basis.period_month on month = month_of(ended_on)
where end_reason_code is not null;

comment on view counted.placement_end is 'Avslutade placeringar efter skäl, rad för rad';
