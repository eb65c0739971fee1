-- What the words in the columns called dataset mean: each kind of rows that municipalities can deliver.
-- Grain: one row per dataset.
create or replace view bi.dataset as
select
    dataset,
    dataset_label
from meta.dataset;

comment on view bi.dataset is 'Slag av uppgifter som kommunerna kan leverera';
comment on column bi.dataset.dataset is 'Kod, som i bi.delivery';
comment on column bi.dataset.dataset_label is 'Vad den betyder';
