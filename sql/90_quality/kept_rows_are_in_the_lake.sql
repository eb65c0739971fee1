-- The rows a delivery kept are the rows the figures stand on: not one less, and none of a delivery that is not in use.
-- Severity: fail
-- Remedy: Läs in leveransen på nytt; skiljer det sig ändå är filen i lake skadad.
with loaded as (
    select
        dataset,
        delivery_id,
        count(*) as rows_loaded
    from (
        select 'absence' as dataset, delivery_id from lake.absence
        union all
        select 'assignment' as dataset, delivery_id from lake.assignment
        union all
        select 'employment' as dataset, delivery_id from lake.employment
        union all
        select 'inspection' as dataset, delivery_id from lake.inspection
        union all
        select 'investigation' as dataset, delivery_id from lake.investigation
        union all
        select 'invoice_line' as dataset, delivery_id from lake.invoice_line
        union all
        select 'ledger_line' as dataset, delivery_id from lake.ledger_line
        union all
        select 'placement' as dataset, delivery_id from lake.placement
        union all
        select 'position' as dataset, delivery_id from lake.position
        union all
        select 'referral' as dataset, delivery_id from lake.referral
        union all
        select 'salary' as dataset, delivery_id from lake.salary
        union all
        select 'service' as dataset, delivery_id from lake.service
        union all
        select 'survey' as dataset, delivery_id from lake.survey
        union all
        select 'unit' as dataset, delivery_id from lake.unit
        union all
        select 'work_time' as dataset, delivery_id from lake.work_time
    ) as stored
    group by all
)

select
    municipality_code,
    coalesce(live.dataset, loaded.dataset) as dataset,
    coalesce(live.delivery_id, loaded.delivery_id) as delivery_id,
    coalesce(rows_kept, 0) as rows_kept,
    coalesce(rows_loaded, 0) as rows_loaded
from lake.live_delivery as live
full outer join loaded
    on live.dataset = loaded.dataset and live.delivery_id = loaded.delivery_id
where coalesce(rows_kept, 0) <> coalesce(rows_loaded, 0);
