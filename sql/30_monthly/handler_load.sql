-- How many open cases each handler is responsible for at the month's end.
-- Handlers without a case are not here: those who hold cases and those who are employed are not always the same people.
-- Of a unit it is the unit's cases alone; whoever handles cases of two units is in both, with a protected identity in neither.
-- Grain: one row per municipality, group (alla, unit), handler and month.
create or replace view monthly.handler_load as
select
    municipality_code,
    group_code,
    month,
    handler_key,
    cast(count(*) as integer) as cases
from event.responsible_handler
group by all;

comment on view monthly.handler_load is 'Öppna ärenden per ansvarig handläggare vid månadens slut';
