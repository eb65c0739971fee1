-- The newest month is often the one that is asked for, and the one that most have not sent yet.
-- It is compared with the middle one of the twelve months before it.
-- Severity: advisory
-- Remedy: Påminn kommunerna som saknas i bi.coverage, eller läs de senaste månaderna med försiktighet.
with newest as (
    select max(month) as newest_month
    from core.month
),

covering as (
    select
        dataset,
        month,
        count(municipality_code) as municipalities
    from (select distinct dataset from core.coverage) as delivered
    cross join core.month
    left join core.coverage using (dataset, month)
    group by dataset, month
)

select
    dataset,
    max(newest_month) as month,
    max(case when month = newest_month then municipalities end) as municipalities,
    median(case when month < newest_month then municipalities end) as usual_municipalities
from covering
cross join newest
where month >= plus_months(newest_month, -12)
group by dataset
having
    max(case when month = newest_month then municipalities end)
    < median(case when month < newest_month then municipalities end);
