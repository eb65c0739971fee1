-- How many were employed on the last day of the month.
-- The months begin before the reported span: a mean of a year needs the month end before it. A person with two
-- posts in the occupation is one. Persons first and then their number: a count of different ones is held in memory whole.
-- Grain: one row per municipality, occupation and month with anyone monthly paid.
create or replace view monthly.headcount as
with person as (
    select
        municipality_code,
        group_code,
        month,
        person_key,
        bool_or(is_permanent) as is_permanent
    from basis.staff_term
    inner join meta.month on month_end between valid_from and valid_to
    where is_monthly_paid
    group by all
)

select
    municipality_code,
    group_code,
    month,
    cast(count(person_key) filter (where is_permanent) as integer) as permanent_persons,
    cast(count(person_key) as integer) as monthly_paid_persons
from person
group by all;

comment on view monthly.headcount is 'Antal tillsvidareanställda och månadsavlönade personer sista dagen i månaden';
