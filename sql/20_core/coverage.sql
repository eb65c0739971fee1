-- What is known: the months for which a municipality's deliveries in use answer for a dataset.
-- A covered month without rows means that nothing happened; a month that is not here means that nobody knows.
-- A month whose correction was refused is stale: what was known before stands in, for as long as carry_forward_months says,
-- and is expired after that.
-- Grain: one row per municipality, dataset and month.
create or replace view core.coverage as
with policy as (
    select
        max(as_of) as as_of,
        cast(max(parameter_value) as integer) as carry_forward_months
    from meta.as_of
    left join meta.parameter on parameter_name = 'carry_forward_months'
)

select
    municipality_code,
    dataset,
    month,
    bool_or(is_stale) as is_stale,
    coalesce(bool_or(plus_months(stale_since_on, carry_forward_months) < as_of), false) as is_expired
from lake.live_delivery
inner join meta.month
    on month between period_from and period_to
cross join policy
group by all;

comment on view core.coverage is 'Månader som kommunens leveranser täcker, per slag av uppgifter';
