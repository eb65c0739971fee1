-- Budgeted posts at month ends, by whether and by whom they are held.
-- Grain: one row per period, group (alla, occupation, unit) and post at a month end.
create or replace view counted.post as
with split as (
    select *
    from (values ('alla'), ('yrke'), ('enhet')) as listed (split_code)
),
grouped as (
    select
        position.*,
        coalesce(label, position_state_code) as kind_label,
        case
            when split_code = 'alla' then 'alla'
            when split_code = 'yrke' then occupation_code
            else concat_ws('_', 'enhet', coalesce(unit_code, 'okand'))
        end as group_code
    from core.position as position
    cross join split
    left join meta.code on list_name = 'position_state' and code = position_state_code
)

select
    municipality_code,
    group_code,
    period_type,
    period_start,
    position_state_code as kind_code,
    kind_label,
    month as counted_on,
    position_no as subject_key,
    cast(budgeted_fte as decimal(18, 6)) as quantity,
    months as month_ends,
    'position' as dataset,
    position_no as row_key
from grouped
inner join basis.period_month using (month)
where group_code is not null;

comment on view counted.post is 'Inrättade tjänster vid månadsslut, rad för rad';
