-- What each measure is counted from: a municipality that does not send all of it has no value.
-- Grain: one row per measure and dataset.
create or replace view bi.measure_dataset as
select
    measure_code,
    dataset
from meta.measure_dataset;

comment on view bi.measure_dataset is 'Vilka uppgifter varje mått behöver';
comment on column bi.measure_dataset.measure_code is 'Måttets kod, se bi.measure';
comment on column bi.measure_dataset.dataset is 'Slag av uppgifter, som i bi.delivery';
