-- Turnover as replacement, seen from the occupation: moves inside the municipality count as coming and leaving.
-- Grain: one row per municipality, occupation and period of twelve months.
create or replace view measure.po_ni_int as
select
    measure_code,
    municipality_code,
    group_code,
    period_type,
    period_start,
    cast(least(external_starts + occupation_starts, external_exits + occupation_exits) as decimal(18, 4)) as numerator,
    permanent_mean as denominator,
    cast(floor(permanent_mean) as integer) as group_size
from period.covered
inner join basis.asked using (measure_code, municipality_code, period_type)
inner join period.turnover using (municipality_code, group_code, period_type, period_start)
where measure_code = 'PO_NI_INT';

comment on view measure.po_ni_int is 'Personalomsättning som ersättning, flyttar mellan yrkesgrupper inräknade';
