-- How large a delivery in use is beside the one of the same data that came before it: in rows, and in what they sum to.
-- Sizes are by month covered, so that a quarter can follow a month. Only full deliveries are compared. The number of rows is held
-- against the delivery before even when that has been replaced; its sums are no longer known then, and those of the latest one in
-- use are taken.
-- Grain: one row per delivery in use, with one before it, and finding that judges it.
create or replace view basis.delivery_size as
with accepted as (
    select
        *,
        (year(period_to) - year(period_from)) * 12 + month(period_to) - month(period_from) + 1 as months,
        min(received_at) over (partition by delivery_id) as sent_at,
        row_number() over (
            partition by delivery_id
            order by known_on desc, reading_no desc, received_at desc, reading_id desc
        ) as newness
    from meta.delivery
    where status_code = 'accepted' and is_full
),

total as (
    select delivery_id, 'amount_sek' as column_name, sum(amount_sek) as size
    from lake.ledger_line
    group by delivery_id
    union all
    select delivery_id, 'amount_sek' as column_name, sum(amount_sek) as size
    from lake.invoice_line
    group by delivery_id
    union all
    select delivery_id, 'ordinary_hours' as column_name, sum(ordinary_hours) as size
    from lake.work_time
    group by delivery_id
    union all
    select delivery_id, 'scheduled_hours' as column_name, sum(scheduled_hours) as size
    from lake.absence
    group by delivery_id
),

sized as (
    select delivery_id, 'implausible_row_count' as finding_code, cast(null as string) as column_name, rows_kept as size
    from accepted
    where newness = 1
    union all
    select delivery_id, 'implausible_total' as finding_code, column_name, size
    from total
),

in_order as (
    select
        municipality_code,
        dataset,
        delivery_id,
        finding_code,
        column_name,
        rows_kept,
        cast(dec6(ratio(size, months)) as decimal(18, 2)) as size_a_month,
        lag(rows_kept) over arrival as rows_before,
        lag(cast(dec6(ratio(size, months)) as decimal(18, 2))) over arrival as size_a_month_before,
        lag(file_name) over arrival as file_name_before
    from accepted
    inner join sized using (delivery_id)
    where newness = 1
    window arrival as (
        partition by municipality_code, dataset, finding_code
        order by sent_at, file_name, delivery_id
    )
)

select
    in_order.municipality_code,
    in_order.dataset,
    delivery_id,
    finding_code,
    column_name,
    greatest(in_order.rows_kept, rows_before) as most_rows,
    size_a_month,
    size_a_month_before,
    file_name_before
from in_order
inner join lake.live_delivery as live using (delivery_id)
where size_a_month_before is not null;

comment on view basis.delivery_size is 'Hur stor en leverans är per månad mot den närmast före: i rader och i vad de summerar till';
comment on column basis.delivery_size.column_name is 'Kolumnen som summeras; tom för antalet rader';
