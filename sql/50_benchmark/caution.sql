-- What to mind before a figure is compared: reasons that are not in the figure itself.
-- few: fewer than twenty persons or cases; stale: a correction was refused; series_break: the law or the official
-- classification changed within the period; reorganised: units became others within it, and the measure counts them;
-- rejected_rows: one row in twenty or more of what it stands on was quarantined.
-- Grain: one row per figure with something to mind.
create or replace view benchmark.caution as
with period as (
    select distinct
        period_type,
        period_start,
        period_end
    from basis.period_month
),

broken as (
    select distinct
        measure_code,
        period_type,
        period_start
    from meta.series_break
    inner join period on break_on > period_start and break_on <= period_end
),

reorganised as (
    select distinct
        measure_code,
        municipality_code,
        period_type,
        period_start
    from core.unit
    inner join period on valid_from > period_start and valid_from <= period_end
    cross join meta.measure
    where predecessor_unit_code is not null
        and measure_code in ('PO_ENHET', 'PO_ALLA', 'PO_ALLA_TV', 'PO_FRANVARO', 'PO_FRANVARO_TV', 'CHEF_BYTE')
),

quarantined as (
    select
        measure_code,
        municipality_code,
        period_type,
        period_start
    from lake.live_delivery
    inner join meta.measure_dataset using (dataset)
    inner join period on period_from <= period_end and period_to >= period_start
    group by all
    having sum(rows_rejected) * 20 >= sum(rows_read) and sum(rows_rejected) > 0
),

minded as (
    select
        measure_code,
        municipality_code,
        group_code,
        period_type,
        period_start,
        concat_ws(
            ' ',
            case when interval_code <> 'none' and denominator < 20 then 'few' end,
            case when is_stale then 'stale' end,
            case when broken.measure_code is not null then 'series_break' end,
            case when reorganised.measure_code is not null then 'reorganised' end,
            case when quarantined.measure_code is not null then 'rejected_rows' end
        ) as cautions
    from value.measure_value
    inner join meta.measure using (measure_code)
    left join broken using (measure_code, period_type, period_start)
    left join reorganised using (measure_code, municipality_code, period_type, period_start)
    left join quarantined using (measure_code, municipality_code, period_type, period_start)
    where status = 'ok'
)

select *
from minded
where cautions <> '';

comment on view benchmark.caution is 'Vad man bör tänka på innan värdet jämförs';
comment on column benchmark.caution.cautions is 'Skälen, med mellanslag emellan, se bi.caution';
