-- What should have been mended by now: open requirements past their deadline, at the month's end. None is a true zero.
-- Nobody's person is counted: the size of the group is that of the requirements themselves.
-- Grain: one row per municipality and month.
create or replace view measure.av_forsenade as
select
    measure_code,
    municipality_code,
    'alla' as group_code,
    period_type,
    period_start,
    cast(coalesce(overdue_requirements, 0) as decimal(18, 4)) as numerator,
    cast(null as decimal(18, 4)) as denominator,
    coalesce(overdue_requirements, 0) as group_size
from period.covered
inner join basis.period_month using (period_type, period_start)
left join monthly.open_requirement using (municipality_code, month)
where measure_code = 'AV_FORSENADE';

comment on view measure.av_forsenade is 'Öppna arbetsmiljökrav efter tidsgränsen vid månadens slut';
