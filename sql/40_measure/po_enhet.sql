-- Turnover as a unit sees it: permanent staff who left the occupation, or changed unit within it.
-- A reorganisation is no change of unit for those who follow their unit (event.exit).
-- Grain: one row per municipality, occupation and period of twelve months.
create or replace view measure.po_enhet as
select
    measure_code,
    municipality_code,
    group_code,
    period_type,
    period_start,
    cast(external_exits + occupation_exits + unit_exits as decimal(18, 4)) as numerator,
    permanent_mean as denominator,
    cast(floor(permanent_mean) as integer) as group_size
from period.covered
inner join basis.asked using (measure_code, municipality_code, period_type)
inner join period.turnover using (municipality_code, group_code, period_type, period_start)
where measure_code = 'PO_ENHET';

comment on view measure.po_enhet is 'Personalomsättning: tillsvidareanställda som lämnat yrkesgruppen eller bytt enhet';
