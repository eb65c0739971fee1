-- Turnover with ended temporary posts, against all monthly paid.
-- Grain: one row per municipality, occupation and period of twelve months.
create or replace view measure.po_alla as
select
    measure_code,
    municipality_code,
    group_code,
    period_type,
    period_start,
    cast(external_exits + occupation_exits + unit_exits + temporary_exits as decimal(18, 4)) as numerator,
    monthly_paid_mean as denominator,
    cast(floor(monthly_paid_mean) as integer) as group_size
from period.covered
inner join basis.asked using (measure_code, municipality_code, period_type)
inner join period.turnover using (municipality_code, group_code, period_type, period_start)
where measure_code = 'PO_ALLA';

comment on view measure.po_alla is 'Personalomsättning: alla avgångar och enhetsbyten, även tidsbegränsat anställdas, mot alla månadsavlönade';
