-- How long half of the permanent staff stay, if they leave as those of the year did.
-- Grain: one row per municipality, occupation and calendar year; without a number while more than half stay.
create or replace view measure.ansttid_median as
select
    measure_code,
    municipality_code,
    group_code,
    period_type,
    period_start,
    cast(median_days as decimal(18, 4)) as numerator,
    cast(null as decimal(18, 4)) as denominator,
    coalesce(persons, 0) as group_size
from period.covered
inner join basis.asked using (measure_code, municipality_code, period_type)
left join period.median_tenure using (municipality_code, group_code, period_type, period_start)
where measure_code = 'ANSTTID_MEDIAN';

comment on view measure.ansttid_median is 'Mediantid i dagar som tillsvidareanställda stannar i kommunen';
