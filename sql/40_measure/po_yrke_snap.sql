-- Turnover as Akademikerförbundet SSR and SCB count it: permanent in the occupation one day, not in it a year later.
-- Grain: one row per municipality, occupation and calendar year.
create or replace view measure.po_yrke_snap as
select
    measure_code,
    municipality_code,
    group_code,
    period_type,
    period_start,
    cast(left_occupation as decimal(18, 4)) as numerator,
    cast(permanent_persons as decimal(18, 4)) as denominator,
    permanent_persons as group_size
from period.covered
inner join basis.asked using (measure_code, municipality_code, period_type)
inner join period.snapshot using (municipality_code, group_code, period_type, period_start)
where measure_code = 'PO_YRKE_SNAP';

comment on view measure.po_yrke_snap is 'Personalomsättning mellan två mätdagar: andel som inte är kvar i yrkesgruppen';
