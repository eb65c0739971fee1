-- How many monthly paid persons each manager has directly under him on the last day of the month.
-- Staff whose manager is not delivered are nobody's here.
-- Grain: one row per municipality, manager and month.
create or replace view monthly.span_of_control as
select
    municipality_code,
    month,
    manager_employment_key,
    cast(count(distinct person_key) as integer) as persons
from core.employment
inner join core.month on month_end between valid_from and coalesce(valid_to, date '2999-12-31')
where employment_form_code <> 'timavlonad' and manager_employment_key is not null
group by all;

comment on view monthly.span_of_control is 'Antal månadsavlönade direkt under varje chef vid månadens slut';
