-- Turnover as replacement, seen from the municipality: the lower of those who came and those who left.
-- A workplace that only grows, or only shrinks, has none.
-- Grain: one row per municipality, occupation and period of twelve months.
create or replace view measure.po_ni_ext as
select
    measure_code,
    municipality_code,
    group_code,
    period_type,
    period_start,
    cast(least(external_starts, external_exits) as decimal(18, 4)) as numerator,
    permanent_mean as denominator,
    cast(floor(permanent_mean) as integer) as group_size
from period.covered
inner join basis.asked using (measure_code, municipality_code, period_type)
inner join period.turnover using (municipality_code, group_code, period_type, period_start)
where measure_code = 'PO_NI_EXT';

comment on view measure.po_ni_ext is 'Personalomsättning som ersättning: det lägre av antalet externt började och slutade';
