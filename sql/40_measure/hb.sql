-- How many faces a child meets: different handlers responsible for its cases during twelve months.
-- A child and a handler are met in many periods: each pair is counted with its runs of periods, those of a type in the
-- order of their starts, and not once for each; what runs have in common counts with the first of them.
-- Grain: one row per municipality and period of twelve months.
create or replace view measure.hb as
with whole as (
    select distinct
        period_type,
        period_start,
        period_end
    from basis.period_month
    where period_type in ('rolling_12', 'year')
),

period as (
    select
        *,
        row_number() over (partition by period_type order by period_start) as place
    from whole
),

span as (
    select
        min(period_start) as first_day,
        max(period_end) as last_day
    from period
),

edge as (
    select
        period_type,
        month,
        min(place) filter (where month <= period_end) as first_place,
        max(place) filter (where month >= period_start) as last_place
    from core.month
    cross join period
    group by all
),

met as (
    select distinct
        municipality_code,
        client_key,
        handler_key,
        came.period_type,
        came.first_place,
        went.last_place
    from event.handler_of_client
    cross join span
    inner join edge as came on came.month = month_of(greatest(assigned_from, first_day))
    inner join edge as went
        on went.month = month_of(least(assigned_to, last_day))
        and went.period_type = came.period_type
    where assigned_from <= last_day
        and assigned_to >= first_day
        and came.first_place <= went.last_place
),

begun as (
    select
        *,
        max(last_place) over (
            partition by municipality_code, period_type, client_key, handler_key
            order by first_place, last_place
            rows between unbounded preceding and 1 preceding
        ) as last_of_pair,
        max(last_place) over (
            partition by municipality_code, period_type, client_key
            order by first_place, last_place, handler_key
            rows between unbounded preceding and 1 preceding
        ) as last_of_client
    from met
),

run as (
    select
        municipality_code,
        period_type,
        greatest(first_place, coalesce(last_of_pair + 1, first_place)) as first_place,
        last_place,
        1 as handlers,
        0 as clients
    from begun
    union all
    select
        municipality_code,
        period_type,
        greatest(first_place, coalesce(last_of_client + 1, first_place)) as first_place,
        last_place,
        0 as handlers,
        1 as clients
    from begun
),

alike as (
    select
        municipality_code,
        period_type,
        first_place,
        last_place,
        sum(handlers) as handlers,
        sum(clients) as clients
    from run
    where first_place <= last_place
    group by all
),

summed as (
    select
        municipality_code,
        period_type,
        period_start,
        sum(handlers) as handlers,
        sum(clients) as clients
    from alike
    inner join period using (period_type)
    where place between first_place and last_place
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
