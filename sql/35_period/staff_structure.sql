-- What the monthly paid staff was made of over the period: the mean of its month ends, in persons and full-time equivalents.
-- A month end at which a group had nobody counts as none.
-- Grain: one row per municipality, group and period in which it had anyone.
create or replace view period.staff_structure as
select
    municipality_code,
    group_code,
    period_type,
    period_start,
    cast(dec6(ratio(sum(persons), months)) as decimal(18, 4)) as persons,
    cast(dec6(ratio(sum(persons - permanent_persons), months)) as decimal(18, 4)) as temporary_persons,
    cast(dec6(ratio(sum(handlers), months)) as decimal(18, 4)) as handlers,
    cast(dec6(ratio(sum(fte), months)) as decimal(18, 4)) as fte,
    cast(dec6(ratio(sum(handler_fte), months)) as decimal(18, 4)) as handler_fte,
    cast(dec6(ratio(sum(administrator_fte), months)) as decimal(18, 4)) as administrator_fte,
    cast(dec6(ratio(sum(fte_under_1), months)) as decimal(18, 4)) as fte_under_1,
    cast(dec6(ratio(sum(fte_1_2), months)) as decimal(18, 4)) as fte_1_2,
    cast(dec6(ratio(sum(fte_3_5), months)) as decimal(18, 4)) as fte_3_5,
    cast(dec6(ratio(sum(fte_over_5), months)) as decimal(18, 4)) as fte_over_5
from monthly.staff_structure
inner join basis.period_month using (month)
group by municipality_code, group_code, period_type, period_start, months;

comment on view period.staff_structure is 'Månadsavlönade i medeltal per månadsslut under perioden: personer och årsarbetare';
comment on column period.staff_structure.temporary_persons is 'Personer utan tillsvidareanställning';
comment on column period.staff_structure.handlers is 'Socialsekreterare och biståndshandläggare';
comment on column period.staff_structure.fte_under_1 is 'Årsarbetare med mindre än ett års anställning i kommunen';
comment on column period.staff_structure.fte_1_2 is 'Årsarbetare med ett eller två hela år';
comment on column period.staff_structure.fte_3_5 is 'Årsarbetare med tre till fem hela år';
comment on column period.staff_structure.fte_over_5 is 'Årsarbetare med sex hela år eller mer';
