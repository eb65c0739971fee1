-- Cases open at the month's end, and whether somebody is responsible for them.
-- The quantity is the age in days.
-- Grain: one row per month, group (alla, unit) and open case.
create or replace view counted.open_case as
select
    municipality_code,
    group_code,
    'month' as period_type,
    month as period_start,
    case when is_assigned then 'assigned' else 'unassigned' end as kind_code,
    case when is_assigned then 'Öppet ärende med ansvarig handläggare' else 'Öppet ärende utan ansvarig handläggare' end
        as kind_label,
    last_day(month) as counted_on,
    case_key as subject_key,
    cast(age_days as decimal(18, 6)) as quantity,
    1 as month_ends,
    case case_type_code when 'aktualisering' then 'referral' else 'investigation' end as dataset,
    case_key as row_key
from monthly.open_case;

comment on view counted.open_case is 'Öppna ärenden vid månadsslut, rad för rad';
