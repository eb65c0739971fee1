-- How far each municipality's deliveries in use reach, by dataset: how fresh its figures are.
-- Grain: one row per municipality and dataset.
create or replace view bi.coverage as
select
    municipality_code,
    dataset,
    min(month) as first_month,
    max(month) as last_month,
    cast(count(*) as int) as months,
    bool_or(is_stale) as is_stale,
    cast(count(*) filter (where is_expired) as int) as expired_months
from core.coverage
group by all;

comment on view bi.coverage is 'Hur långt varje kommuns uppgifter räcker';
comment on column bi.coverage.municipality_code is 'Kommunens fyrsiffriga kod';
comment on column bi.coverage.dataset is 'Slag av uppgifter';
comment on column bi.coverage.first_month is 'Första månaden med uppgifter';
comment on column bi.coverage.last_month is 'Sista månaden med uppgifter';
comment on column bi.coverage.months is 'Antal månader med uppgifter; färre än tiden mellan första och sista om något saknas';
comment on column bi.coverage.is_stale is 'Om någon månads rättelse har underkänts, så att äldre uppgifter används';
comment on column bi.coverage.expired_months is 'Antal månader som väntat för länge på en ny rättelse och därför inte ger några värden';
