-- Pay with the time it held, ended by the next pay of the same employment: systems that deliver only what changed leave
-- the old row open. Pay without an end gets the last day of 2999, so that days can be compared.
-- Pay of nothing stands for a vacant post: it is no pay, and ends nobody's.
-- Grain: one row per employment and first day of the pay.
create or replace view basis.pay as
select
    municipality_code,
    employment_key,
    valid_from,
    least(
        coalesce(valid_to, date '2999-12-31'),
        coalesce(lead(valid_from) over next_pay - 1, date '2999-12-31')
    ) as valid_to,
    full_time_monthly_sek,
    fixed_addition_sek
from core.salary
where full_time_monthly_sek > 0
window next_pay as (partition by municipality_code, employment_key order by valid_from);

comment on view basis.pay is 'Löner i kraft, per anställning och tid; noll är en vakans och ingen lön';
