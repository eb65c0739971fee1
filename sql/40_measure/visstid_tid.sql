-- Temporary staff in hours: what those without a permanent post worked, the hourly paid too, of all hours worked.
-- Grain: one row per municipality, occupation and period.
create or replace view measure.visstid_tid as
with summed as (
    select
        municipality_code,
        group_code,
        period_type,
        period_start,
        sum(temporary_hours) as temporary_hours,
        sum(hours) as hours,
        max(persons) as persons
    from monthly.worked_form
    inner join basis.period_month using (month)
    group by all
)

select
    measure_code,
    municipality_code,
    group_code,
    period_type,
    period_start,
    cast(coalesce(temporary_hours, 0) as decimal(18, 4)) as numerator,
    cast(coalesce(hours, 0) as decimal(18, 4)) as denominator,
    coalesce(persons, 0) as group_size
from period.covered
inner join basis.asked using (measure_code, municipality_code, period_type)
left join summed using (municipality_code, group_code, period_type, period_start)
where measure_code = 'VISSTID_TID';

comment on view measure.visstid_tid is 'Andel av de arbetade timmarna som utförts av andra än tillsvidareanställda';
