-- How many faces a child meets: different handlers responsible for its cases during twelve months.
-- Pairs first and then their number: a count of different ones is held in memory whole.
-- Grain: one row per municipality and period of twelve months.
create or replace view measure.hb as
with period as (
    select distinct
        period_type,
        period_start,
        period_end
    from basis.period_month
    where period_type in ('rolling_12', 'year')
),

met as (
    select distinct
        municipality_code,
        period_type,
        period_start,
        client_key,
        handler_key
    from event.handler_of_client
    inner join period on assigned_from <= period_end and assigned_to >= period_start
),

of_client as (
    select
        municipality_code,
        period_type,
        period_start,
        client_key,
        count(*) as handlers
    from met
    group by all
),

summed as (
    select
        municipality_code,
        period_type,
        period_start,
        sum(handlers) as handlers,
        count(*) as clients
    from of_client
    group by all
)

select
    measure_code,
    municipality_code,
    'alla' as group_code,
    period_type,
    period_start,
    cast(coalesce(handlers, 0) as decimal(18, 4)) as numerator,
    cast(coalesce(clients, 0) as decimal(18, 4)) as denominator,
    cast(coalesce(clients, 0) as integer) as group_size
from period.covered
left join summed using (municipality_code, period_type, period_start)
where measure_code = 'HB';

comment on view measure.hb is 'Antal olika ansvariga handläggare per barn under tolv månader';
