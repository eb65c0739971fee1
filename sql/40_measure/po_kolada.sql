-- Turnover as Kolada counts it: permanent staff on one day, gone from the municipality's on the same day next year.
-- Those hired and gone in between are not seen: never to be compared with PO_EXT_EB.
-- Grain: one row per municipality, occupation and calendar year.
create or replace view measure.po_kolada as
select
    measure_code,
    municipality_code,
    group_code,
    period_type,
    period_start,
    cast(left_municipality as decimal(18, 4)) as numerator,
    cast(permanent_persons as decimal(18, 4)) as denominator,
    permanent_persons as group_size
from period.covered
inner join basis.asked using (measure_code, municipality_code, period_type)
inner join period.snapshot using (municipality_code, group_code, period_type, period_start)
where measure_code = 'PO_KOLADA';

comment on view measure.po_kolada is 'Personalomsättning enligt Kolada (N00216): andel av förra årets tillsvidareanställda som inte är kvar i kommunen';
