-- Covers for parental leave, permanent or not.
-- The row told is that of the cover's last terms in the period while the one covered was away; how: event.parental_cover.
-- Grain: one row per period of twelve months, cover and one covered.
create or replace view counted.parental_cover as
select
    municipality_code,
    'alla' as group_code,
    period_type,
    period_start,
    case when is_permanent then 'permanent' else 'temporary' end as kind_code,
    case when is_permanent then 'Ersättare som är tillsvidareanställd' else 'Ersättare som är tidsbegränsat anställd' end
        as kind_label,
    valid_from as counted_on,
    person_key as subject_key,
    cast(1 as decimal(18, 6)) as quantity,
    1 as month_ends,
    'employment' as dataset,
    employment_key as row_key
from event.parental_cover;

comment on view counted.parental_cover is 'Ersättare för föräldralediga, rad för rad';
