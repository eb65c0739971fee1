-- Deliveries whose amounts or hours sum to far more or far less a month than those of the one before, as when an export is in
-- thousands, or has lost its credit notes.
-- How far is implausible_total_factor; with fewer rows than implausible_rows_least in both, chance rules. A sum that has changed its
-- sign is far from any. The delivery as a whole is told, on line 0.
-- Grain: one row per delivery.
create or replace view finding.implausible_total as
with setting as (
    select
        cast(max(parameter_value) filter (where parameter_name = 'implausible_total_factor') as double) as factor,
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
where finding_code = 'implausible_total'
    and most_rows >= least_rows
    and (
        (least(size_a_month, size_a_month_before) < 0 and greatest(size_a_month, size_a_month_before) > 0)
        or greatest(abs(size_a_month), abs(size_a_month_before)) > factor * least(abs(size_a_month), abs(size_a_month_before))
    );

comment on view finding.implausible_total is 'Leveranser vars belopp eller timmar summerar till betydligt mer eller mindre per månad än den förra';
