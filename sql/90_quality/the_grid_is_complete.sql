-- A missing figure has to be a row with a status: whoever counts rows must not take silence for an answer.
-- The number of periods is worked out here anew, from the months alone.
-- Severity: fail
-- Remedy: Felet ligger i programmet eller i SQL-filerna, inte hos kommunen; ge ut på nytt när det är rättat.
with span as (
    select
        count(*) as months,
        count(*) filter (where month(month) = 1) as januaries,
        max(month) as last_month
    from core.month
),

whole_years as (
    select
        count(*) filter (where month(month) = 1 and plus_months(month, 11) <= last_month) as years
    from core.month
    cross join span
),

expected as (
    select
        measure_code,
        sum(
            case period_type
                when 'month' then months
                when 'rolling_12' then greatest(months - 11, 0)
                else years
            end
        ) as periods
    from meta.measure_period
    cross join span
    cross join whole_years
    group by measure_code
),

size as (
    select
        (select count(*) from core.municipality) as municipalities,
        (select count(*) from core.occupation) as occupations
),

found as (
    select
        measure_code,
        count(*) as figures
    from value.measure_value
    group by measure_code
)

select
    measure_code,
    coalesce(figures, 0) as figures,
    periods * municipalities * case when is_by_occupation then occupations else 1 end as expected_figures
from meta.measure
inner join expected using (measure_code)
cross join size
left join found using (measure_code)
where coalesce(figures, 0) <> periods * municipalities * case when is_by_occupation then occupations else 1 end;
