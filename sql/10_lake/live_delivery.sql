-- The deliveries in use at the as-of date, each by its newest accepted reading: what the tables of the lake are loaded from.
-- A later full delivery replaces every earlier one whose period it contains. A refused one replaces nothing: what it was
-- meant to correct stays in use and is stale. Later means received later, not read later: an old delivery that new rules
-- read again does not overtake a correction.
-- Grain: one row per delivery in use.
create or replace view lake.live_delivery as
with reading as (
    select
        *,
        min(received_at) over delivery as sent_at,
        row_number() over (delivery order by known_on desc, reading_no desc, received_at desc, reading_id desc) as newness,
        row_number() over (
            partition by delivery_id, status_code
            order by known_on desc, reading_no desc, received_at desc, reading_id desc
        ) as newness_in_status
    from meta.delivery
    window delivery as (partition by delivery_id)
),

sent as (
    select
        *,
        dense_rank() over (
            partition by municipality_code, dataset
            order by sent_at, file_name, delivery_id
        ) as sent_no
    from reading
),

accepted as (
    select *
    from sent
    where status_code = 'accepted' and newness_in_status = 1
),

refused as (
    select *
    from sent
    where status_code = 'rejected' and newness = 1
),

-- Since the first refusal of what was to correct it.
stale as (
    select
        accepted.delivery_id,
        min(refused.known_on) as stale_since_on
    from accepted
    inner join refused
        on refused.municipality_code = accepted.municipality_code
        and refused.dataset = accepted.dataset
        and refused.sent_no >= accepted.sent_no
        and refused.period_from <= accepted.period_from
        and refused.period_to >= accepted.period_to
    group by accepted.delivery_id
)

select
    delivery_id,
    reading_id,
    municipality_code,
    kind_code,
    dataset,
    cast(row_number() over (partition by municipality_code, dataset order by sent_no) as integer) as delivery_no,
    period_from,
    period_to,
    is_full,
    stale_since_on is not null as is_stale,
    stale_since_on,
    file_name,
    received_at,
    known_on,
    rows_read,
    rows_kept,
    rows_rejected,
    lake_file
from accepted
left join stale using (delivery_id)
where
    not exists (
        select *
        from accepted as later
        where
            later.municipality_code = accepted.municipality_code
            and later.dataset = accepted.dataset
            and later.is_full
            and later.sent_no > accepted.sent_no
            and later.period_from <= accepted.period_from
            and later.period_to >= accepted.period_to
    );

comment on view lake.live_delivery is 'Leveranser som används i denna utgåva, var och en enligt sin senast godkända inläsning';
