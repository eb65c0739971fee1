-- How many children and young were in a placement some day of the year, of a thousand.
-- Each is counted once, however many placements. A year whose population is not known has no row.
-- Grain: one row per municipality and calendar year.
create or replace view measure.pl_per_1000 as
with period as (
    select distinct
        period_type,
        period_start,
        period_end
    from basis.period_month
),
placed as (
    select
        municipality_code,
        period_type,
        period_start,
        count(distinct client_key) as children_placed
    from basis.care_time
    inner join period on started_on <= period_end and last_care_on >= period_start
    where age_group_code <> '21_plus'
    group by all
)

select
    measure_code,
    municipality_code,
    'alla' as group_code,
    period_type,
    period_start,
    cast(coalesce(children_placed, 0) as decimal(18, 4)) as numerator,
    cast(ratio(children, 1000) as decimal(18, 4)) as denominator,
    cast(coalesce(children_placed, 0) as integer) as group_size
from period.covered
inner join meta.population using (municipality_code)
left join placed using (municipality_code, period_type, period_start)
where measure_code = 'PL_PER_1000' and year = year(period_start);

comment on view measure.pl_per_1000 is 'Placerade barn och unga per tusen invånare 0–20 år';
