-- How far up the career ladder the monthly paid are on the last day of the month, of those whose level is known. Senior
-- is a specialist or higher: specialist, first social worker, manager of a unit or above. Somebody on two levels is on
-- the higher one.
-- Grain: one row per municipality, group and month with anyone whose level is known.
create or replace view monthly.staff_level as
select
    municipality_code,
    group_code,
    month,
    cast(count(distinct person_key) as integer) as persons,
    cast(
        count(distinct person_key) filter (
            where level_code in ('specialisthandlaggare', 'forste_socialsekreterare', 'enhetschef', 'verksamhetschef')
        ) as integer
    ) as senior_persons
from basis.staff_term
inner join core.month on month_end between valid_from and valid_to
where is_monthly_paid and level_code is not null
group by all;

comment on view monthly.staff_level is 'Månadsavlönade med känd nivå vid månadens slut, och de som är specialisthandläggare eller högre';
