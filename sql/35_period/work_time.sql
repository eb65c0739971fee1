-- Working time over the period: hours are added up before anything is divided.
-- Grain: one row per municipality, group and period.
create or replace view period.work_time as
select
    municipality_code,
    group_code,
    period_type,
    period_start,
    cast(floor(ratio(sum(persons), months)) as integer) as mean_persons,
    cast(sum(ordinary_hours) as decimal(18, 4)) as ordinary_hours,
    cast(sum(sick_hours) as decimal(18, 4)) as sick_hours,
    cast(sum(long_hours) as decimal(18, 4)) as long_hours,
    cast(sum(short_spell_hours) as decimal(18, 4)) as short_spell_hours,
    cast(sum(short_hours) as decimal(18, 4)) as short_hours,
    cast(sum(late_hours) as decimal(18, 4)) as late_hours,
    cast(sum(extra_hours) as decimal(18, 4)) as extra_hours,
    cast(sum(extra_ordinary_hours) as decimal(18, 4)) as extra_ordinary_hours,
    cast(sum(handler_supervision_hours) as decimal(18, 4)) as handler_supervision_hours,
    cast(sum(training_hours) as decimal(18, 4)) as training_hours
from monthly.work_time
inner join basis.period_month using (month)
group by municipality_code, group_code, period_type, period_start, months;

comment on view period.work_time is 'Arbetstid under perioden: ordinarie timmar, sjukfrånvaro, övertid och mertid, handledning och kompetensutveckling';
comment on column period.work_time.mean_persons is 'Personer med ordinarie arbetstid, medeltal per månad';
