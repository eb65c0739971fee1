-- What the work environment authority wanted mended, and whether it is: requirements by what they are about, without
-- their texts. What a requirement is called by the authority is not shown; its number here is that of this release.
-- Grain: one row per requirement.
create or replace view bi.inspection as
with category as (
    select
        code as requirement_category_code,
        label as requirement_category_label
    from meta.code
    where list_name = 'requirement_category'
),

status as (
    select
        code as requirement_status_code,
        label as requirement_status_label
    from meta.code
    where list_name = 'requirement_status'
)

select
    municipality_code,
    municipality_name,
    cast(
        row_number() over (
            partition by municipality_code
            order by visited_on, requirement_category_code, deadline_on, requirement_key
        ) as int
    ) as requirement_no,
    visited_on,
    requirement_category_code,
    requirement_category_label,
    deadline_on,
    closed_on,
    requirement_status_code,
    requirement_status_label
from core.inspection
inner join core.municipality using (municipality_code)
left join category using (requirement_category_code)
left join status using (requirement_status_code);

comment on view bi.inspection is 'Krav som Arbetsmiljöverket ställt på socialtjänstens arbetsmiljö';
comment on column bi.inspection.municipality_code is 'Kommunens fyrsiffriga kod';
comment on column bi.inspection.municipality_name is 'Kommunens namn';
comment on column bi.inspection.requirement_no is 'Kravets nummer i kommunen, i den här utgåvan';
comment on column bi.inspection.visited_on is 'Dag för besöket som kravet ställdes efter';
comment on column bi.inspection.requirement_category_code is 'Vad kravet gäller';
comment on column bi.inspection.requirement_category_label is 'Vad kravet gäller, i klartext';
comment on column bi.inspection.deadline_on is 'Dag då bristen senast ska vara åtgärdad';
comment on column bi.inspection.closed_on is 'Dag då kravet avslutades; tomt om det är öppet eller dagen inte är känd';
comment on column bi.inspection.requirement_status_code is 'oppet, uppfyllt eller upphavt';
comment on column bi.inspection.requirement_status_label is 'Kravets läge, i klartext';
