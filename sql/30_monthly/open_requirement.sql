-- Requirements of the work environment authority that are open on the last day of the month. Open from the visit on
-- until the day before it is closed. What is said to be closed without a day is open in no month: nobody knows until
-- when it was. Overdue is what is open when the day of its deadline is over.
-- Grain: one row per municipality and month with an open requirement.
create or replace view monthly.open_requirement as
select
    municipality_code,
    month,
    cast(count(*) as integer) as open_requirements,
    cast(count_if(deadline_on <= month_end) as integer) as overdue_requirements
from core.inspection
inner join core.month
    on visited_on <= month_end
    and (closed_on > month_end or (closed_on is null and requirement_status_code = 'oppet'))
group by all;

comment on view monthly.open_requirement is 'Arbetsmiljökrav som är öppna vid månadens slut';
comment on column monthly.open_requirement.overdue_requirements is 'De vars tidsgräns har gått ut';
