-- Established posts at the month's end, and those of them that nobody holds.
-- A post covered by a temporary or a consultant is vacant all the same: it is covered, not filled.
-- Grain: one row per municipality, group (alla, occupation, unit) and month.
create or replace view monthly.vacancy as
with post as (
    select
        *,
        concat_ws('_', 'enhet', coalesce(unit_code, 'okand')) as unit_group
    from core.position
)

select
    municipality_code,
    case
        when grouping(occupation_code) = 0 then occupation_code
        when grouping(unit_group) = 0 then unit_group
        else 'alla'
    end as group_code,
    month,
    cast(count(*) as integer) as posts,
    cast(sum(budgeted_fte) as decimal(18, 4)) as budgeted_fte,
    cast(coalesce(sum(budgeted_fte) filter (where position_state_code <> 'tillsatt'), 0) as decimal(18, 4)) as vacant_fte,
    cast(coalesce(sum(budgeted_fte) filter (where position_state_code = 'tom'), 0) as decimal(18, 4)) as empty_fte
from post
group by grouping sets ((municipality_code, occupation_code, month), (municipality_code, unit_group, month), (municipality_code, month));

comment on view monthly.vacancy is 'Budgeterade och vakanta årsarbetare vid månadens slut';
comment on column monthly.vacancy.vacant_fte is 'Tjänster som är tomma eller täcks av vikarie eller konsult';
comment on column monthly.vacancy.empty_fte is 'Tjänster som är tomma';
