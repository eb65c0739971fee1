-- No figure stands on fewer persons than its measure allows, nor can one be worked out from the others.
-- One can where the municipality as a whole is shown and just one of its groups is not: the rest is that one. Staff with
-- a protected identity are in no group, which makes them one that is not shown.
-- Severity: fail
-- Remedy: Publicera inte. Se efter hur värden undertrycks i sql/45_value.
with with_protected as (
    select distinct
        municipality_code,
        measure_code
    from core.employment
    inner join meta.measure_dataset on dataset = 'employment'
    where is_protected
),

whole as (
    select
        measure_code,
        municipality_code,
        period_type,
        period_start
    from value.measure_value
    where group_code = 'alla' and status = 'ok'
),

municipality_split as (
    select
        measure_code,
        municipality_code,
        period_type,
        period_start,
        split_code,
        count_if(status = 'ok') as groups_shown,
        count_if(status = 'suppressed') + max(case when with_protected.measure_code is null then 0 else 1 end) as groups_hidden
    from value.measure_value
    inner join whole using (measure_code, municipality_code, period_type, period_start)
    left join with_protected using (measure_code, municipality_code)
    where split_code <> 'alla'
    group by all
)

select
    measure_code,
    municipality_code,
    group_code,
    period_type,
    period_start
from value.measure_value
inner join meta.measure using (measure_code)
where status = 'ok' and group_size < smallest_group
union all
select
    measure_code,
    municipality_code,
    split_code as group_code,
    period_type,
    period_start
from municipality_split
where groups_shown > 0 and groups_hidden = 1;
