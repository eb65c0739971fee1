-- A delivery with less than half or more than twice the rows a month of the one that came before it is seldom right, though each
-- of its rows may be. Half and twice is implausible_rows_factor; with fewer rows than implausible_rows_least in both, chance rules.
-- Severity: advisory
-- Remedy: Fråga kommunen om urvalet i exporten är rätt, innan siffrorna används.
with policy as (
    select
        max(case when parameter_name = 'implausible_rows_factor' then cast(parameter_value as double) end) as factor,
        max(case when parameter_name = 'implausible_rows_least' then cast(parameter_value as double) end) as least_rows
    from meta.parameter
),

accepted as (
    select
        *,
        min(received_at) over (partition by delivery_id) as sent_at,
        row_number() over (
            partition by delivery_id
            order by known_on desc, received_at desc, reading_id desc
        ) as newness
    from meta.delivery
    where status_code = 'accepted' and is_full
),

in_order as (
    select
        municipality_code,
        dataset,
        delivery_id,
        rows_kept,
        rows_kept / (date_diff('month', period_from, period_to) + 1) as rows_a_month,
        lag(rows_kept) over arrival as rows_before,
        lag(rows_kept / (date_diff('month', period_from, period_to) + 1)) over arrival as rows_a_month_before
    from accepted
    where newness = 1
    window arrival as (
        partition by municipality_code, dataset
        order by sent_at, file_name, delivery_id
    )
)

select
    municipality_code,
    dataset,
    delivery_id,
    round(rows_a_month_before, 1) as rows_a_month_before,
    round(rows_a_month, 1) as rows_a_month
from in_order
cross join policy
where
    delivery_id in (select delivery_id from lake.live_delivery)
    and greatest(rows_kept, rows_before) >= least_rows
    and greatest(rows_a_month, rows_a_month_before) > factor * least(rows_a_month, rows_a_month_before);
