-- How many times dearer a hired hour is than an own: what e-invoices make it cost, against what an hour of the
-- municipality's own does. Lines without hours or days say nothing of a price and are left out; credit notes take back
-- both kronor and hours. Where nothing was hired there is nothing to compare; where all of it has a fixed price, or no
-- supplier is known to hire out, nobody knows.
-- Grain: one row per municipality and period.
create or replace view measure.kb_multipel as
with hired as (
    select
        municipality_code,
        period_type,
        period_start,
        sum(hired_hours) as hired_hours,
        sum(amount_sek) filter (where hired_hours is not null) as hired_sek,
        count(*) as lines
    from event.hired_time
    inner join basis.period_month on month = month_of(issued_on)
    group by all
),
own as (
    select
        municipality_code,
        period_type,
        period_start,
        sum(own_hours) as own_hours,
        sum(own_cost_sek) as own_cost_sek,
        max(own_persons) as own_persons
    from monthly.staff_cost
    inner join basis.period_month using (month)
    group by all
),
register as (
    select count(*) as agencies
    from meta.supplier
    where class_code = 'inhyrd_socionom'
)

select
    measure_code,
    municipality_code,
    'alla' as group_code,
    period_type,
    period_start,
    cast(
        case when hired_hours > 0 and hired_sek > 0 then dec6(ratio(hired_sek, hired_hours)) end as decimal(18, 4)
    ) as numerator,
    cast(dec6(coalesce(ratio(own_cost_sek, own_hours), 0)) as decimal(18, 4)) as denominator,
    case when agencies > 0 and lines is null then 0 else coalesce(own_persons, 0) end as group_size
from period.covered
cross join register
left join hired using (municipality_code, period_type, period_start)
left join own using (municipality_code, period_type, period_start)
where measure_code = 'KB_MULTIPEL';

comment on view measure.kb_multipel is 'Inhyrda socionomers kostnad per timme, delad med egen kostnad per arbetad timme';
