-- A missing figure has to be a row with a status: whoever counts rows must not take silence for an answer.
-- The number of periods is worked out here anew, from the months alone.
-- Severity: fail
-- Remedy: Felet ligger i programmet eller i SQL-filerna, inte hos kommunen; ge ut på nytt när det är rättat.
with span as (
    select
        count(*) as months,
        count(*) filter (where month(month) = 11) as novembers,
        max(month) as last_month
    from core.month
),

whole_years as (
    select
        count(*) filter (where month(month) = 1 and plus_months(month, 11) <= last_month) as years
    from core.month
    cross join span
),

divided as (
    select
        split_code,
        count(*) as groups_in_all
    from core.staff_group
    inner join core.municipality using (municipality_code)
    group by split_code
),

expected as (
    select
        measure_code,
        sum(
            groups_in_all
            * case
                when split_code = 'kon_alder' then 0
                when period_type = 'month' and split_code = 'enhet' then months
                when period_type not in ('november', 'year') and split_code not in ('alla', 'yrke') then 0
                when period_type = 'month' then months
                when period_type = 'november' then novembers
                when period_type = 'rolling_12' then greatest(months - 11, 0)
                else years
            end
        ) as expected_figures
    from meta.measure_period
    inner join meta.measure_split using (measure_code)
    inner join divided using (split_code)
    cross join span
    cross join whole_years
    group by measure_code
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
    expected_figures
from meta.measure
inner join expected using (measure_code)
left join found using (measure_code)
where coalesce(figures, 0) <> expected_figures;
