-- Open cases at the month's end under each handler responsible for them.
-- How: monthly.handler_load.
-- Grain: one row per month, group (alla, unit), handler and case.
create or replace view counted.handler_case as
select
    municipality_code,
    group_code,
    'month' as period_type,
    month as period_start,
    'handler_case' as kind_code,
    'Öppet ärende hos ansvarig handläggare' as kind_label,
    max(assigned_from) as counted_on,
    handler_key as subject_key,
    cast(1 as decimal(18, 6)) as quantity,
    1 as month_ends,
    'assignment' as dataset,
    concat_ws(' ', case_type_code, case_key, handler_key) as row_key
from basis.case_file
inner join core.month on opened_on <= month_end and (closed_on is null or closed_on > month_end)
inner join core.assignment using (municipality_code, case_type_code, case_key)
where role_code = 'ansvarig'
    and handler_key is not null
    and month_end between assigned_from and coalesce(assigned_to, date '2999-12-31')
    and (group_code = 'alla' or handler_key not in (select protected_key from protected.pseudonym))
group by municipality_code, group_code, month, handler_key, case_type_code, case_key;

comment on view counted.handler_case is 'Öppna ärenden per ansvarig handläggare vid månadsslut, rad för rad';
