-- Hired social workers as e-invoices state them: lines of suppliers of which it is known that they hired them out when the
-- invoice was issued (meta.supplier).
-- Hours stand only in lines by the hour (HUR) or by the day (DAY, hired_hours_per_day); a fixed price has none, which is not
-- zero hours. Credit notes are negative.
-- Grain: one row per invoice line of such a supplier.
create or replace view event.hired_time as
with setting as (
    select cast(max(parameter_value) as decimal(10, 2)) as hired_hours_per_day
    from meta.parameter
    where parameter_name = 'hired_hours_per_day'
)

select
    municipality_code,
    supplier_org_no,
    issued_on,
    cast(
        case quantity_unit_code
            when 'HUR' then quantity
            when 'DAY' then quantity * hired_hours_per_day
        end as decimal(18, 2)
    ) as hired_hours,
    amount_sek,
    delivery_id,
    line_no
from core.invoice_line
inner join meta.supplier using (supplier_org_no)
cross join setting
where class_code = 'inhyrd_socionom' and issued_on between valid_from and valid_to;

comment on view event.hired_time is 'Inhyrda socionomers tid enligt e-fakturornas rader';
comment on column event.hired_time.hired_hours is 'Timmar; saknas på rader utan timmar eller dagar';
