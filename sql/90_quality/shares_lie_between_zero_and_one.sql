-- A part is not larger than its whole, and neither is negative.
-- Turnover may be above one: it is a flow through an average, and a workplace can be emptied twice a year. Shares of money
-- may be anything in a month of credit notes.
-- Severity: fail
-- Remedy: Jämför täljare och nämnare med leveranserna; felet ligger troligen i måttets SQL.
select
    measure_code,
    municipality_code,
    group_code,
    period_type,
    period_start
from value.measure_value
inner join meta.measure using (measure_code)
where
    status = 'ok'
    and unit_code = 'share'
    and left(measure_code, 3) <> 'KB_'
    and (value < 0 or (value > 1 and left(measure_code, 3) <> 'PO_'));
