-- Caseload by weight: open cases with a responsible handler, each with its weight, per full-time handler present at the month's end.
-- AB_PER_ARB with weights in place of ones, over the same handlers: read them side by side.
-- Grain: one row per municipality and month; without a number before the first edition of the weights.
create or replace view measure.ab_viktad as
with edition as (
    select distinct
        valid_from,
        valid_to
    from meta.case_weight
),

weighed as (
    select
        municipality_code,
        month,
        sum(weight) as weight
    from monthly.weighted_case
    group by all
),

handler as (
    select
        municipality_code,
        month,
        present_fte,
        present_persons
    from monthly.handler
    where group_code = 'alla'
)

select
    measure_code,
    municipality_code,
    'alla' as group_code,
    period_type,
    period_start,
    cast(case when valid_from is not null then coalesce(weight, 0) end as decimal(18, 4)) as numerator,
    coalesce(present_fte, 0) as denominator,
    coalesce(present_persons, 0) as group_size
from period.covered
inner join basis.period_month using (period_type, period_start)
left join edition on period_end between valid_from and valid_to
left join weighed using (municipality_code, month)
left join handler using (municipality_code, month)
where measure_code = 'AB_VIKTAD';

comment on view measure.ab_viktad is 'Öppna ärenden med ansvarig handläggare, viktade, per handläggare i tjänst (årsarbetare) vid månadens slut';
