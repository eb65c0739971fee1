-- Established posts at the end of each month and whether they are filled, as known at the as-of date.
-- A post covered by a consultant or a stand-in is vacant all the same.
-- Grain: one row per post and month.
create or replace view core.position as
with newest_first as (
    select
        *,
        row_number() over (
            partition by municipality_code, position_no, month
            order by delivery_no desc, line_no desc
        ) as place
    from lake.position
)

select
    municipality_code,
    position_no,
    month,
    unit_code,
    occupation_code,
    budgeted_fte,
    position_state_code,
    recruitment_started_on,
    recruitment_ended_on,
    entered_on,
    applicants,
    missing_reasons,
    delivery_id,
    line_no
from newest_first
where place = 1;

comment on view core.position is 'Inrättade tjänster vid månadens slut och om de är tillsatta, enligt den senaste leveransen';
