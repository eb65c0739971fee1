-- Turnover for management: permanent staff who left the municipality at their own request.
-- Pensions, redundancies and moves inside the municipality are not in it: that is what makes it 12 % and not 60 %.
-- Grain: one row per municipality, occupation and period of twelve months.
create or replace view measure.po_ext_eb as
select
    measure_code,
    municipality_code,
    group_code,
    period_type,
    period_start,
    cast(exits_by_request as decimal(18, 4)) as numerator,
    permanent_mean as denominator,
    cast(floor(permanent_mean) as integer) as group_size
from period.covered
inner join basis.asked using (measure_code, municipality_code, period_type)
inner join period.turnover using (municipality_code, group_code, period_type, period_start)
where measure_code = 'PO_EXT_EB';

comment on view measure.po_ext_eb is 'Personalomsättning: tillsvidareanställda som lämnat kommunen på egen begäran';
