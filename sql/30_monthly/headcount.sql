-- How many were employed on the last day of the month.
-- The months begin before the reported span: a mean of a year needs the month end before it. A person with two
-- posts in the occupation is one.
-- Grain: one row per municipality, occupation and month with anyone monthly paid.
create or replace view monthly.headcount as
select
    municipality_code,
    group_code,
    month,
    cast(count(distinct person_key) filter (where is_permanent) as integer) as permanent_persons,
    cast(count(distinct person_key) as integer) as monthly_paid_persons
from basis.staff_term
inner join meta.month on month_end between valid_from and valid_to
where is_monthly_paid
group by all;

comment on view monthly.headcount is 'Antal tillsvidareanställda och månadsavlönade personer sista dagen i månaden';
