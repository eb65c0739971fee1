-- For which periods a municipality has delivered what a measure needs: every dataset, every month.
-- Without this a month nobody has delivered would be a month in which nothing happened.
-- Grain: one row per measure, municipality and period that is covered.
create or replace view period.covered as
with need as (
    select
        measure_code,
        period_type,
        count(*) as datasets
    from meta.measure_dataset
    inner join meta.measure_period using (measure_code)
    group by all
),
whole as (
    select
        municipality_code,
        dataset,
        period_type,
        period_start
    from core.coverage
    inner join basis.period_month using (month)
    group by municipality_code, dataset, period_type, period_start, months
    having count(*) = months
),
has as (
    select
        measure_code,
        municipality_code,
        period_type,
        period_start,
        count(*) as datasets
    from whole
    inner join meta.measure_dataset using (dataset)
    group by all
)

select
    measure_code,
    municipality_code,
    period_type,
    period_start
from has
inner join need using (measure_code, period_type, datasets);

comment on view period.covered is 'Perioder som kommunen har levererat allt som nyckeltalet behöver för';
