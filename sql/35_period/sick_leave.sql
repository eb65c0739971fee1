-- Sick leave and ordinary hours over the period: hours against hours, added up before anything is divided.
-- Grain: one row per municipality, occupation and period.
create or replace view period.sick_leave as
with length as (
    select
        period_type,
        period_start,
        count(*) as months
    from basis.period_month
    group by all
),
summed as (
    select
        municipality_code,
        group_code,
        period_type,
        period_start,
        sum(persons) as person_months,
        cast(sum(ordinary_hours) as decimal(18, 4)) as ordinary_hours,
        cast(sum(sick_hours) as decimal(18, 4)) as sick_hours,
        cast(sum(long_hours) as decimal(18, 4)) as long_hours,
        cast(sum(short_spell_hours) as decimal(18, 4)) as short_spell_hours,
        cast(sum(short_hours) as decimal(18, 4)) as short_hours,
        cast(sum(late_hours) as decimal(18, 4)) as late_hours
    from monthly.sick_leave
    inner join basis.period_month using (month)
    group by all
)

select
    municipality_code,
    group_code,
    period_type,
    period_start,
    cast(floor(ratio(person_months, months)) as integer) as mean_persons,
    ordinary_hours,
    sick_hours,
    long_hours,
    short_spell_hours,
    short_hours,
    late_hours
from summed
inner join length using (period_type, period_start);

comment on view period.sick_leave is 'Sjukfrånvarotimmar och ordinarie timmar under perioden';
comment on column period.sick_leave.mean_persons is 'Personer med ordinarie arbetstid, medeltal per månad';
