-- Cases open at the month's end with a responsible handler, by type, phase and how new the handler is.
-- The quantity is the weight. How: monthly.weighted_case. Months before the first edition of the weights have no rows.
-- Grain: one row per month and weighed case.
create or replace view counted.weighted_case as
with kind as (
    select *
    from (
        values
        ('aktualisering_forhandsbedomning_ny', 'Aktualisering utan beslut, ny handläggare'),
        ('aktualisering_forhandsbedomning_van', 'Aktualisering utan beslut, van handläggare'),
        ('aktualisering_forhandsbedomning_okand', 'Aktualisering utan beslut, handläggarens anställning inte känd'),
        ('utredning_inom_tid_ny', 'Utredning inom tid, ny handläggare'),
        ('utredning_inom_tid_van', 'Utredning inom tid, van handläggare'),
        ('utredning_inom_tid_okand', 'Utredning inom tid, handläggarens anställning inte känd'),
        ('utredning_efter_tid_ny', 'Utredning över tiden, ny handläggare'),
        ('utredning_efter_tid_van', 'Utredning över tiden, van handläggare'),
        ('utredning_efter_tid_okand', 'Utredning över tiden, handläggarens anställning inte känd')
    ) as listed (kind_code, kind_label)
)

select
    municipality_code,
    'alla' as group_code,
    'month' as period_type,
    month as period_start,
    kind_code,
    kind_label,
    assigned_from as counted_on,
    case_key as subject_key,
    cast(weight as decimal(18, 6)) as quantity,
    1 as month_ends,
    'assignment' as dataset,
    concat_ws(' ', case_type_code, case_key, handler_key) as row_key
from monthly.weighted_case
inner join kind on kind_code = concat_ws('_', case_type_code, phase_code, handler_code)
where weight is not null;

comment on view counted.weighted_case is 'Viktade öppna ärenden vid månadsslut, rad för rad';
