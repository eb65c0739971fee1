-- Absences with reason and extent, as known at the as-of date.
-- One spell of illness can be several rows: extents change, and a person may have two employments.
-- An absence without an end goes on; its row is replaced when a newer delivery ends it.
-- Grain: one row per absence.
create or replace view core.absence as
with newest_first as (
    select
        *,
        row_number() over (
            partition by municipality_code, absence_no
            order by delivery_no desc, line_no desc
        ) as place
    from lake.absence
)

select
    municipality_code,
    absence_no,
    employment_key,
    absence_reason_code,
    started_on,
    ended_on,
    extent_share,
    scheduled_hours,
    is_certified,
    missing_reasons,
    delivery_id,
    line_no
from newest_first
where place = 1;

comment on view core.absence is 'Frånvarotillfällen med orsak och omfattning, enligt den senaste leveransen';
