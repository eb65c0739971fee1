-- Turnover: permanent staff who left the occupation, for another one in the municipality or for outside.
-- For 'alla' the occupation is the social services: moves between occupations within them are no exit.
-- Grain: one row per municipality, occupation and period of twelve months.
create or replace view measure.po_yrke as
select
    measure_code,
    municipality_code,
    group_code,
    period_type,
    period_start,
    cast(external_exits + occupation_exits as decimal(18, 4)) as numerator,
    permanent_mean as denominator,
    cast(floor(permanent_mean) as integer) as group_size
from period.covered
inner join basis.asked using (measure_code, municipality_code, period_type)
inner join period.turnover using (municipality_code, group_code, period_type, period_start)
where measure_code = 'PO_YRKE';

comment on view measure.po_yrke is 'Personalomsättning: tillsvidareanställda som lämnat yrkesgruppen';
