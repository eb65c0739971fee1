-- The median wait of what began in the period, those still waiting included (Kaplan and Meier 1958).
-- At every length of wait the share still waiting shrinks by those it was over for, of those who had waited so long. The
-- median is the first length at which at most half still wait; while more than half do there is none.
-- The product of the shares is a sum of logarithms; a share of nothing has none, and ends the wait of all.
-- Grain: one row per kind, municipality, occupation and period in which something began.
create or replace view period.median_wait as
with begun as (
    select
        kind_code,
        municipality_code,
        group_code,
        period_type,
        period_start,
        days,
        is_over
    from event.wait
    inner join basis.period_month on month = month_of(started_on)
    where period_type in ('rolling_12', 'year')
),
at_length as (
    select
        kind_code,
        municipality_code,
        group_code,
        period_type,
        period_start,
        days,
        count(*) as waits,
        count(*) filter (where is_over) as waits_over
    from begun
    group by all
),
at_risk as (
    select
        *,
        sum(waits) over (
            partition by kind_code, municipality_code, group_code, period_type, period_start
            order by days desc
            rows between unbounded preceding and current row
        ) as still_waiting
    from at_length
),
surviving as (
    select
        *,
        sum(case when waits_over < still_waiting then ln(1 - ratio(waits_over, still_waiting)) else 0 end)
            over shorter as log_share,
        max(case when waits_over = still_waiting then 1 else 0 end) over shorter as is_nobody_left
    from at_risk
    window shorter as (
        partition by kind_code, municipality_code, group_code, period_type, period_start
        order by days
        rows between unbounded preceding and current row
    )
)

select
    kind_code,
    municipality_code,
    group_code,
    period_type,
    period_start,
    cast(min(days) filter (where is_nobody_left = 1 or log_share <= ln(0.5) + 0.000000001) as integer) as median_days,
    cast(sum(waits) as integer) as waits,
    cast(sum(waits_over) as integer) as waits_over
from surviving
group by all;

comment on view period.median_wait is 'Mediantid för det som börjat i perioden, med dem som ännu väntar (Kaplan–Meier)';
comment on column period.median_wait.median_days is 'Dagar tills hälften var klara; tomt så länge mer än hälften väntar';
