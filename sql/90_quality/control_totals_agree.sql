-- The sum a file states about itself has to be the sum of its rows, and the ledger in the lake has to be the kept part of it.
-- A line that was lost or doubled on the way shows here and nowhere else. A file that may state another sum (on_difference: warn)
-- has been told so, and is not asked again.
-- Severity: fail
-- Remedy: Be kommunen exportera filen på nytt; stämmer den, är raderna fel lästa.
with ledger as (
    select
        delivery_id,
        sum(amount_sek) as amount_sek
    from lake.ledger_line
    group by delivery_id
),

told as (
    select distinct reading_id
    from meta.delivery_finding
    where finding_code = 'control_total_deviates'
)

select
    municipality_code,
    live.delivery_id,
    column_name,
    stated,
    read_total,
    kept,
    amount_sek as in_the_lake
from lake.live_delivery as live
inner join meta.control_total using (reading_id)
left join ledger
    on live.delivery_id = ledger.delivery_id
left join told using (reading_id)
where
    (stated <> read_total and told.reading_id is null)
    or (dataset = 'ledger_line' and column_name = 'amount_sek' and kept <> coalesce(amount_sek, 0));
