-- What each municipality has sent, and what became of it.
-- A delivery that has been read again by newer rules is here once, by its newest reading. Refused ones are here too, and
-- accepted ones that a later delivery has replaced: is_in_use tells.
-- Grain: one row per delivery.
create or replace view bi.delivery as
with reading as (
    select
        *,
        row_number() over (partition by delivery_id order by known_on desc, reading_no desc, received_at desc, reading_id desc) as newness
    from meta.delivery
),

in_use as (
    select
        delivery_id,
        reading_id,
        is_stale
    from lake.live_delivery
)

select
    municipality_code,
    dataset,
    case
        when period_from = period_to then substring(cast(period_from as string), 1, 7)
        else concat_ws('--', substring(cast(period_from as string), 1, 7), substring(cast(period_to as string), 1, 7))
    end as period,
    file_name as file,
    rows_read,
    rows_kept,
    rows_rejected as rows_quarantined,
    rows_replayed,
    status_code as status,
    in_use.delivery_id is not null as is_in_use,
    coalesce(is_stale, false) as is_stale,
    received_at,
    known_on,
    reading.delivery_id,
    in_use.reading_id
from reading
left join in_use
    on reading.delivery_id = in_use.delivery_id
where newness = 1;

comment on view bi.delivery is 'Vad kommunerna har levererat och om det godkändes';
comment on column bi.delivery.municipality_code is 'Kommunens fyrsiffriga kod';
comment on column bi.delivery.dataset is 'Slag av uppgifter';
comment on column bi.delivery.period is 'Månad eller månader som leveransen omfattar, till exempel 2015-01--2015-12';
comment on column bi.delivery.file is 'Filens namn';
comment on column bi.delivery.rows_read is 'Antal lästa rader';
comment on column bi.delivery.rows_kept is 'Antal godkända rader';
comment on column bi.delivery.rows_quarantined is 'Antal underkända rader';
comment on column bi.delivery.rows_replayed is 'Antal godkända rader som kom in ur karantänen, när leveransen lästes med nya regler';
comment on column bi.delivery.status is 'Om leveransen är godkänd: accepted (godkänd) eller rejected (underkänd)';
comment on column bi.delivery.is_in_use is 'Om uppgifterna används i utgåvan; en ersatt leverans används inte';
comment on column bi.delivery.is_stale is 'Om uppgifterna används fast en rättelse av dem har underkänts';
comment on column bi.delivery.received_at is 'När filen togs emot, i UTC';
comment on column bi.delivery.known_on is 'Dagen från vilken leveransen får användas';
comment on column bi.delivery.delivery_id is 'Leveransens beteckning, som i kvittot';
comment on column bi.delivery.reading_id is
    'Inläsningens beteckning: leveransen läst med en version av reglerna; tom om leveransen inte används';
