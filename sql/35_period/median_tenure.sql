-- How long half of the permanent, monthly paid staff stay in the municipality, by who left during the year (Kaplan and
-- Meier 1958, with delayed entry). Whoever is there when the year begins is counted from the tenure they have then:
-- counted from their first day they would make everybody seem to stay, since those who left at once are not there to be
-- seen. Who changes occupation or level leaves one group and enters another with the tenure they have, and has not left. Work
-- taken over by another employer is left by nobody. With few at risk of an exit one of them can halve the share: where
-- any exit up to the median had fewer than tenure_least_at_risk at risk, there is none.
-- Grain: one row per municipality, group (alla, occupation, level) and calendar year with anybody employed.
create or replace view period.median_tenure as
with setting as (
    select cast(max(parameter_value) as integer) as least_at_risk
    from meta.parameter
    where parameter_name = 'tenure_least_at_risk'
),
stay as (
    select
        *,
        days_between(employed_since_on, greatest(started_on, period_start)) as days_before,
        days_between(employed_since_on, last_on) + 1 as days
    from event.stay
),
mark as (
    select
        municipality_code,
        group_code,
        period_type,
        period_start,
        days,
        1 as at_risk,
        case when is_over then 1 else 0 end as exits
    from stay
    union all
    select
        municipality_code,
        group_code,
        period_type,
        period_start,
        days_before as days,
        -1 as at_risk,
        0 as exits
    from stay
),
at_length as (
    select
        municipality_code,
        group_code,
        period_type,
        period_start,
        days,
        sum(exits) as exits,
        sum(sum(at_risk)) over (
            partition by municipality_code, group_code, period_type, period_start
            order by days desc
            rows between unbounded preceding and current row
        ) as at_risk
    from mark
    group by municipality_code, group_code, period_type, period_start, days
),
surviving as (
    select
        *,
        sum(case when exits < at_risk then ln(1 - ratio(exits, at_risk)) else 0 end) over shorter as log_share,
        max(case when exits = at_risk then 1 else 0 end) over shorter as is_nobody_left,
        min(at_risk) over shorter as fewest_at_risk
    from at_length
    where exits > 0
    window shorter as (
        partition by municipality_code, group_code, period_type, period_start
        order by days
        rows between unbounded preceding and current row
    )
),
halved as (
    select
        municipality_code,
        group_code,
        period_type,
        period_start,
        min(days) as median_days,
        max(fewest_at_risk) as fewest_at_risk
    from surviving
    where is_nobody_left = 1 or log_share <= ln(0.5) + 0.000000001
    group by all
),
employed as (
    select
        municipality_code,
        group_code,
        period_type,
        period_start,
        count(distinct person_key) as persons
    from stay
    group by all
)

select
    municipality_code,
    group_code,
    period_type,
    period_start,
    cast(case when fewest_at_risk >= least_at_risk then median_days end as integer) as median_days,
    cast(persons as integer) as persons
from employed
cross join setting
left join halved using (municipality_code, group_code, period_type, period_start);

comment on view period.median_tenure is 'Hur länge hälften av de tillsvidareanställda stannar i kommunen (Kaplan–Meier)';
comment on column period.median_tenure.median_days is 'Dagar; tomt så länge fler än hälften stannar, eller när för få finns att räkna på';
