-- Turnover: permanent staff who left the municipality for any reason, pension included.
-- Work taken over by another employer is no exit.
-- Grain: one row per municipality, occupation and period of twelve months.
create or replace view measure.po_ext as
select
    measure_code,
    municipality_code,
    group_code,
    period_type,
    period_start,
    cast(external_exits as decimal(18, 4)) as numerator,
    permanent_mean as denominator,
    cast(floor(permanent_mean) as integer) as group_size
from period.covered
inner join basis.asked using (measure_code, municipality_code, period_type)
inner join period.turnover using (municipality_code, group_code, period_type, period_start)
where measure_code = 'PO_EXT';

comment on view measure.po_ext is 'Personalomsättning: tillsvidareanställda som lämnat kommunen, oavsett skäl';
