-- Staff in full-time equivalents: the monthly paid by their degree of employment. The group it stands on is persons.
-- A group in which nobody is has no number and not a zero, as in ANST.
-- Grain: one row per municipality, group and period.
create or replace view measure.arsarb as
select
    measure_code,
    municipality_code,
    group_code,
    period_type,
    period_start,
    fte as numerator,
    cast(null as decimal(18, 4)) as denominator,
    cast(coalesce(floor(persons), 0) as integer) as group_size
from period.covered
inner join basis.asked using (measure_code, municipality_code, period_type)
left join period.staff_structure using (municipality_code, group_code, period_type, period_start)
where measure_code = 'ARSARB';

comment on view measure.arsarb is 'Antal årsarbetare bland de månadsavlönade';
