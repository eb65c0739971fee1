-- Open cases at the month's end under each handler responsible for them.
-- How: event.responsible_handler.
-- Grain: one row per month, group (alla, unit), handler and case.
create or replace view counted.handler_case as
select
    municipality_code,
    group_code,
    'month' as period_type,
    month as period_start,
    'handler_case' as kind_code,
    'Öppet ärende hos ansvarig handläggare' as kind_label,
    assigned_from as counted_on,
    handler_key as subject_key,
    cast(1 as decimal(18, 6)) as quantity,
    1 as month_ends,
    'assignment' as dataset,
    concat_ws(' ', case_type_code, case_key, handler_key) as row_key
from event.responsible_handler;

comment on view counted.handler_case is 'Öppna ärenden per ansvarig handläggare vid månadsslut, rad för rad';
