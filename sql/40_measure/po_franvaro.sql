-- Turnover with everything in it that empties a chair, long leaves too, against all monthly paid.
-- Grain: one row per municipality, occupation and period of twelve months.
create or replace view measure.po_franvaro as
select
    measure_code,
    municipality_code,
    group_code,
    period_type,
    period_start,
    cast(external_exits + occupation_exits + unit_exits + temporary_exits + leave_starts as decimal(18, 4)) as numerator,
    monthly_paid_mean as denominator,
    cast(floor(monthly_paid_mean) as integer) as group_size
from period.covered
inner join basis.asked using (measure_code, municipality_code, period_type)
inner join period.turnover using (municipality_code, group_code, period_type, period_start)
where measure_code = 'PO_FRANVARO';

comment on view measure.po_franvaro is 'Personalomsättning: PO_ALLA och påbörjade ledigheter om minst 90 dagar';
