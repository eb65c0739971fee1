-- Services begun in the period: what they are, and whether somebody was assessed for them.
-- A placement is one service however many homes it comes to be in. One with an investigation is assessed unless it says that it is
-- not; with neither it is not known.
-- Grain: one row per period and service.
create or replace view counted.service as
with kind as (
    select *
    from (
        values
        ('open_assessed', 'Öppen insats efter behovsprövning'),
        ('open_unassessed', 'Öppen insats utan behovsprövning'),
        ('open_unknown', 'Öppen insats, prövningen inte känd'),
        ('placement_assessed', 'Placering efter behovsprövning'),
        ('placement_unassessed', 'Placering utan behovsprövning'),
        ('placement_unknown', 'Placering, prövningen inte känd'),
        ('other_assessed', 'Annan insats efter behovsprövning'),
        ('other_unassessed', 'Annan insats utan behovsprövning'),
        ('other_unknown', 'Annan insats, prövningen inte känd')
    ) as listed (kind_code, kind_label)
),
begun as (
    select
        municipality_code,
        intervention_key,
        client_key,
        started_on,
        concat_ws(
            '_',
            case
                when service_type_code in ('oppenvard', 'kontaktperson', 'kontaktfamilj') then 'open'
                when service_type_code = 'placering' then 'placement'
                else 'other'
            end,
            case coalesce(is_assessed, case when investigation_key is not null then true end)
                when true then 'assessed'
                when false then 'unassessed'
                else 'unknown'
            end
        ) as kind_code
    from core.service
)

select
    municipality_code,
    'alla' as group_code,
    period_type,
    period_start,
    kind_code,
    kind_label,
    started_on as counted_on,
    coalesce(client_key, intervention_key) as subject_key,
    cast(1 as decimal(18, 6)) as quantity,
    1 as month_ends,
    'service' as dataset,
    intervention_key as row_key
from begun
inner join kind using (kind_code)
inner join basis.period_month on month = month_of(started_on);

comment on view counted.service is 'Insatser som börjat, efter slag och behovsprövning, rad för rad';
