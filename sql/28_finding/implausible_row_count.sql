-- Deliveries with far more or far fewer rows a month than the one before: seldom right, though each of the rows may be.
-- How far is implausible_rows_factor; with fewer rows than implausible_rows_least in both, chance rules. The delivery as a whole is
-- told, on line 0.
-- Grain: one row per delivery.
create or replace view finding.implausible_row_count as
with setting as (
    select
        cast(max(parameter_value) filter (where parameter_name = 'implausible_rows_factor') as double) as factor,
        cast(max(parameter_value) filter (where parameter_name = 'implausible_rows_least') as integer) as least_rows
    from meta.parameter
)

select
    municipality_code,
    delivery_id,
    0 as line_no,
    finding_code,
    cast(null as string) as unit_code
from basis.delivery_size
cross join setting
where finding_code = 'implausible_row_count'
    and most_rows >= least_rows
    and greatest(size_a_month, size_a_month_before) > factor * least(size_a_month, size_a_month_before);

comment on view finding.implausible_row_count is 'Leveranser med betydligt fler eller färre rader per månad än den förra';
