-- What became of a municipality's deliveries since the release before: which are in use now and were not, or in another way.
-- One that covers what another of the same dataset covered before corrects it; one that was read again by newer rules may have
-- taken rows in or left them out.
-- Grain: one row per delivery whose use changed.
create or replace view arrival.delivery as
select
    delivery_id,
    now.municipality_code,
    now.dataset,
    now.period_from,
    last_day(now.period_to) as covered_to,
    case
        when now.reading_id <> before.reading_id then 'reread_delivery'
        when before.delivery_id is not null then 'refused_correction'
        when exists (
            select *
            from meta.delivery_before as earlier
            where earlier.municipality_code = now.municipality_code
                and earlier.dataset = now.dataset
                and earlier.period_from <= now.period_to
                and earlier.period_to >= now.period_from
        ) then 'corrected_delivery'
        else 'new_delivery'
    end as cause_code
from lake.live_delivery as now
left join meta.delivery_before as before using (delivery_id)
where before.delivery_id is null
    or now.reading_id <> before.reading_id
    or now.is_stale is distinct from before.is_stale;

comment on view arrival.delivery is 'Leveranser som används nu men inte i utgåvan före, eller på ett annat sätt';
comment on column arrival.delivery.covered_to is 'Sista dagen som leveransen omfattar';
comment on column arrival.delivery.cause_code is 'Vad den ändrar, se bi.revision_cause';
