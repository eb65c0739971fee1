-- No figure stands on fewer persons than its measure allows, nor can one be worked out from the others.
-- One can where the municipality as a whole is shown and just one of its occupations is not: the rest is that one. Staff with
-- a protected identity are in no occupation, which makes them one that is not shown.
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

municipality_split as (
    select
        measure_code,
        municipality_code,
        period_type,
        period_start,
        count_if(occupation_code = 'alla' and status = 'ok') as wholes_shown,
        count_if(occupation_code <> 'alla' and status = 'ok') as occupations_shown,
        count_if(occupation_code <> 'alla' and status = 'suppressed')
            + max(case when with_protected.measure_code is null then 0 else 1 end) as groups_hidden
    from value.measure_value
    left join with_protected using (measure_code, municipality_code)
    group by all
)

select
    measure_code,
    municipality_code,
    occupation_code,
    period_type,
    period_start
from value.measure_value
inner join meta.measure using (measure_code)
where status = 'ok' and group_size < smallest_group
union all
select
    measure_code,
    municipality_code,
    'alla' as occupation_code,
    period_type,
    period_start
from municipality_split
where wholes_shown = 1 and occupations_shown > 0 and groups_hidden = 1;
