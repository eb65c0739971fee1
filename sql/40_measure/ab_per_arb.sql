-- Caseload: open cases with a responsible handler, per full-time handler present at the month's end.
-- It falls when cases are taken away from the handlers and nothing more: to be read beside KO_OFORD and KO_ALDER.
-- Of a unit it is the unit's cases, whoever handles them, by those who are employed there: where nobody is, there is no caseload.
-- Grain: one row per municipality, group (alla, unit) and month.
create or replace view measure.ab_per_arb as
with assigned as (
    select
        municipality_code,
        group_code,
        month,
        count(*) as cases
    from monthly.open_case
    where is_assigned
    group by all
)

select
    measure_code,
    municipality_code,
    group_code,
    period_type,
    period_start,
    cast(coalesce(cases, 0) as decimal(18, 4)) as numerator,
    coalesce(present_fte, 0) as denominator,
    coalesce(present_persons, 0) as group_size
from period.covered
inner join basis.period_month using (period_type, period_start)
inner join basis.asked using (measure_code, municipality_code, period_type)
left join assigned using (municipality_code, group_code, month)
left join monthly.handler using (municipality_code, group_code, month)
where measure_code = 'AB_PER_ARB';

comment on view measure.ab_per_arb is 'Öppna ärenden med ansvarig handläggare, per handläggare i tjänst (årsarbetare) vid månadens slut';
