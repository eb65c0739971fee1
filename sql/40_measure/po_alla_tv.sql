-- Turnover with ended temporary posts in the numerator but only permanent staff in the denominator.
-- The numerator holds people the denominator does not: it is shown because it is quoted, and PO_ALLA beside it.
-- Grain: one row per municipality, occupation and period of twelve months.
create or replace view measure.po_alla_tv as
select
    measure_code,
    municipality_code,
    group_code,
    period_type,
    period_start,
    cast(external_exits + occupation_exits + unit_exits + temporary_exits as decimal(18, 4)) as numerator,
    permanent_mean as denominator,
    cast(floor(permanent_mean) as integer) as group_size
from period.covered
inner join basis.asked using (measure_code, municipality_code, period_type)
inner join period.turnover using (municipality_code, group_code, period_type, period_start)
where measure_code = 'PO_ALLA_TV';

comment on view measure.po_alla_tv is 'Personalomsättning: alla avgångar och enhetsbyten, även tidsbegränsat anställdas, mot tillsvidareanställda';
