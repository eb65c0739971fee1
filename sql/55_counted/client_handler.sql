-- The handlers that were responsible for a client's cases in the period, each once.
-- The row told is the first by which they were.
-- Grain: one row per period of twelve months, client and handler.
create or replace view counted.client_handler as
with period as (
    select distinct
        period_type,
        period_start,
        period_end
    from basis.period_month
    where period_type in ('rolling_12', 'year')
),
met as (
    select
        municipality_code,
        period_type,
        period_start,
        client_key,
        handler_key,
        case_type_code,
        case_key,
        assigned_from,
        row_number() over (
            partition by municipality_code, period_type, period_start, client_key, handler_key
            order by assigned_from, case_type_code, case_key
        ) as place
    from event.handler_of_client
    inner join period on assigned_from <= period_end and assigned_to >= period_start
)

select
    municipality_code,
    'alla' as group_code,
    period_type,
    period_start,
    'client_handler' as kind_code,
    'Ansvarig handläggare för klienten' as kind_label,
    assigned_from as counted_on,
    client_key as subject_key,
    cast(1 as decimal(18, 6)) as quantity,
    1 as month_ends,
    'assignment' as dataset,
    concat_ws(' ', case_type_code, case_key, handler_key) as row_key
from met
where place = 1;

comment on view counted.client_handler is 'Barns och ungas ansvariga handläggare under perioden, rad för rad';
