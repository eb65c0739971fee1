-- Who left, who began and who went on long leave during the month. Each measure takes the counts it means.
-- Unless the name says otherwise the counts are of permanent staff.
-- Grain: one row per municipality, occupation and month in which something happened.
create or replace view monthly.staff_change as
with change as (
    select
        municipality_code,
        group_code,
        month_of(left_on) as month,
        case
            when not is_permanent and kind_code in ('extern', 'intern_yrke') then 'temporary_exit'
            when is_permanent and kind_code = 'extern' and end_reason_code = 'egen_begaran' then 'exit_by_request'
            when is_permanent and kind_code = 'extern' then 'other_external_exit'
            when is_permanent and kind_code = 'intern_yrke' then 'occupation_exit'
            when is_permanent and kind_code = 'intern_enhet' then 'unit_exit'
        end as change_code
    from event.exit
    union all
    select
        municipality_code,
        group_code,
        month_of(started_on) as month,
        case
            when is_permanent and kind_code = 'extern' then 'external_start'
            when is_permanent and kind_code = 'intern_yrke' then 'occupation_start'
        end as change_code
    from event.start
    union all
    select
        municipality_code,
        group_code,
        month_of(started_on) as month,
        'leave_start' as change_code
    from event.leave_start
)

select
    municipality_code,
    group_code,
    month,
    cast(count(*) filter (where change_code = 'exit_by_request') as integer) as exits_by_request,
    cast(count(*) filter (where change_code in ('exit_by_request', 'other_external_exit')) as integer) as external_exits,
    cast(count(*) filter (where change_code = 'occupation_exit') as integer) as occupation_exits,
    cast(count(*) filter (where change_code = 'unit_exit') as integer) as unit_exits,
    cast(count(*) filter (where change_code = 'temporary_exit') as integer) as temporary_exits,
    cast(count(*) filter (where change_code = 'leave_start') as integer) as leave_starts,
    cast(count(*) filter (where change_code = 'external_start') as integer) as external_starts,
    cast(count(*) filter (where change_code = 'occupation_start') as integer) as occupation_starts
from change
where change_code is not null
group by all;

comment on view monthly.staff_change is 'Avgångar, tillträden och påbörjade långa ledigheter under månaden';
comment on column monthly.staff_change.exits_by_request is 'Tillsvidareanställda som lämnat kommunen på egen begäran';
comment on column monthly.staff_change.external_exits is 'Tillsvidareanställda som lämnat kommunen, oavsett skäl, verksamhetsövergång oräknad';
comment on column monthly.staff_change.occupation_exits is 'Tillsvidareanställda som lämnat yrkesgruppen men är kvar i kommunen';
comment on column monthly.staff_change.unit_exits is 'Tillsvidareanställda som bytt enhet inom yrkesgruppen';
comment on column monthly.staff_change.temporary_exits is 'Tidsbegränsat anställda vars tid i yrkesgruppen tagit slut';
