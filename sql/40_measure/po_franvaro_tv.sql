-- Turnover with everything in it that empties a chair, long leaves too, against permanent staff only.
-- As PO_ALLA_TV its numerator is wider than its denominator: this is how 60 % comes about.
-- Grain: one row per municipality, occupation and period of twelve months.
create or replace view measure.po_franvaro_tv as
select
    measure_code,
    municipality_code,
    group_code,
    period_type,
    period_start,
    cast(external_exits + occupation_exits + unit_exits + temporary_exits + leave_starts as decimal(18, 4)) as numerator,
    permanent_mean as denominator,
    cast(floor(permanent_mean) as integer) as group_size
from period.covered
inner join basis.asked using (measure_code, municipality_code, period_type)
inner join period.turnover using (municipality_code, group_code, period_type, period_start)
where measure_code = 'PO_FRANVARO_TV';

comment on view measure.po_franvaro_tv is 'Personalomsättning: PO_ALLA_TV och påbörjade ledigheter om minst 90 dagar';
