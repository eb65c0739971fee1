-- Hired social workers' share of the hours worked: what KB_KOSTNAD says in kronor, without an assumed cost.
-- Where all that was hired has a fixed price, or no supplier is known to hire out social workers, there is no figure: nobody
-- knows, and that is not none.
-- Grain: one row per municipality and period.
create or replace view measure.kb_fte as
with hired as (
    select
        municipality_code,
        period_type,
        period_start,
        sum(hired_hours) as hired_hours,
        count(*) as lines
    from event.hired_time
    inner join basis.period_month on month = month_of(issued_on)
    group by all
),
register as (
    select count(*) as agencies
    from meta.supplier
    where class_code = 'inhyrd_socionom'
),
counted as (
    select
        measure_code,
        municipality_code,
        period_type,
        period_start,
        case
            when agencies > 0 and (hired_hours is not null or lines is null) then coalesce(hired_hours, 0)
        end as hired_hours,
        coalesce(own_hours, 0) as own_hours,
        coalesce(own_persons, 0) as own_persons
    from period.covered
    cross join register
    left join hired using (municipality_code, period_type, period_start)
    left join period.staff_cost using (municipality_code, period_type, period_start)
    where measure_code = 'KB_FTE'
)

select
    measure_code,
    municipality_code,
    'alla' as group_code,
    period_type,
    period_start,
    cast(hired_hours as decimal(18, 4)) as numerator,
    cast(coalesce(hired_hours, 0) + own_hours as decimal(18, 4)) as denominator,
    own_persons as group_size
from counted;

comment on view measure.kb_fte is 'Inhyrda socionomers andel av arbetade timmar';
