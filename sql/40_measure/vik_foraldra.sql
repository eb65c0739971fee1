-- Who covers for parental leave: covers by permanent staff, of all covers, in twelve months.
-- What a cover is: event.parental_cover.
-- Grain: one row per municipality and period of twelve months; covers that nobody states are in no figure.
create or replace view measure.vik_foraldra as
with summed as (
    select
        municipality_code,
        period_type,
        period_start,
        count(*) filter (where is_permanent) as permanent_covers,
        count(*) as covers,
        count(distinct person_key) as persons
    from event.parental_cover
    group by all
)

select
    measure_code,
    municipality_code,
    'alla' as group_code,
    period_type,
    period_start,
    cast(coalesce(permanent_covers, 0) as decimal(18, 4)) as numerator,
    cast(coalesce(covers, 0) as decimal(18, 4)) as denominator,
    cast(coalesce(persons, 0) as integer) as group_size
from period.covered
left join summed using (municipality_code, period_type, period_start)
where measure_code = 'VIK_FORALDRA';

comment on view measure.vik_foraldra is 'Andel av vikariaten för föräldralediga som tillsvidareanställda har';
