-- What is known: the months for which a municipality's deliveries in use answer for a dataset.
-- A covered month without rows means that nothing happened; a month that is not here means that nobody knows.
-- Grain: one row per municipality, dataset and month.
create or replace view core.coverage as
select
    municipality_code,
    dataset,
    month,
    bool_or(is_stale) as is_stale
from lake.live_delivery
inner join meta.month
    on month between period_from and period_to
group by all;

comment on view core.coverage is 'Månader som kommunens leveranser täcker, per slag av uppgifter';
