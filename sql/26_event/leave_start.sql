-- Somebody went on a long leave, counted under the occupation held on its first day.
-- Grain: one row per municipality, occupation, person and first day of the leave.
create or replace view event.leave_start as
select distinct
    municipality_code,
    term.group_code,
    person_key,
    long_leave.started_on
from spell.long_leave as long_leave
inner join basis.staff_term as term using (municipality_code, person_key)
where term.is_monthly_paid
    and long_leave.started_on between term.valid_from and term.valid_to;

comment on view event.leave_start is 'Påbörjade långa ledigheter, efter yrkesgrupp på ledighetens första dag';
