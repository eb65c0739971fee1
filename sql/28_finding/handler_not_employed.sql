-- Cases given to somebody who was not employed that day.
-- Only of those who are employed at some other time: a handler who is in no list of employments is most often hired,
-- and that is no fault. Judged only in months whose employments have been delivered.
-- Grain: one row per row of the delivery.
create or replace view finding.handler_not_employed as
with staff as (
    select
        municipality_code,
        person_key as handler,
        valid_from,
        coalesce(valid_to, date '2999-12-31') as valid_to,
        unit_code
    from core.employment
    union all
    select
        municipality_code,
        employment_key as handler,
        valid_from,
        coalesce(valid_to, date '2999-12-31') as valid_to,
        unit_code
    from core.employment
),
known as (
    select
        municipality_code,
        handler,
        max_by(unit_code, valid_from) as unit_code
    from staff
    group by municipality_code, handler
),
assigned as (
    select
        assignment.municipality_code,
        assignment.delivery_id,
        assignment.line_no,
        coalesce(assignment.handler_key, assignment.handler_employment_key) as handler,
        assignment.assigned_from
    from core.assignment as assignment
    inner join core.coverage as covered
        on covered.municipality_code = assignment.municipality_code
        and covered.dataset = 'employment'
        and covered.month = month_of(assignment.assigned_from)
)

select
    assigned.municipality_code,
    assigned.delivery_id,
    assigned.line_no,
    'handler_not_employed' as finding_code,
    known.unit_code
from assigned
inner join known
    on known.municipality_code = assigned.municipality_code
    and known.handler = assigned.handler
left join staff
    on staff.municipality_code = assigned.municipality_code
    and staff.handler = assigned.handler
    and assigned.assigned_from between staff.valid_from and staff.valid_to
where staff.handler is null;

comment on view finding.handler_not_employed is 'Ärenden fördelade på någon som inte var anställd den dagen';
