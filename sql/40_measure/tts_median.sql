-- How long a post waits for its new holder: from the start of recruiting to the first day of work.
-- Grain: one row per municipality, occupation and period of twelve months; without a number while more than half wait.
create or replace view measure.tts_median as
with waited as (
    select *
    from period.median_wait
    where kind_code = 'tilltrade'
)

select
    measure_code,
    municipality_code,
    group_code,
    period_type,
    period_start,
    cast(median_days as decimal(18, 4)) as numerator,
    cast(null as decimal(18, 4)) as denominator,
    coalesce(waits, 0) as group_size
from period.covered
inner join basis.asked using (measure_code, municipality_code, period_type)
left join waited using (municipality_code, group_code, period_type, period_start)
where measure_code = 'TTS_MEDIAN';

comment on view measure.tts_median is 'Mediantid i dagar från att en rekrytering börjat till tillträdet';
