-- Gross turnover: all who came to the occupation and all who left it. One replaced leaver counts twice.
-- Grain: one row per municipality, occupation and period of twelve months.
create or replace view measure.po_brutto as
select
    measure_code,
    municipality_code,
    group_code,
    period_type,
    period_start,
    cast(external_starts + occupation_starts + external_exits + occupation_exits as decimal(18, 4)) as numerator,
    permanent_mean as denominator,
    cast(floor(permanent_mean) as integer) as group_size
from period.covered
inner join basis.asked using (measure_code, municipality_code, period_type)
inner join period.turnover using (municipality_code, group_code, period_type, period_start)
where measure_code = 'PO_BRUTTO';

comment on view measure.po_brutto is 'Personalomsättning, brutto: började och slutade i yrkesgruppen';
