-- Two rows for one figure are counted twice by whoever adds or averages them.
-- Severity: fail
-- Remedy: Felet ligger i programmet eller i SQL-filerna, inte hos kommunen; ge ut på nytt när det är rättat.
select
    measure_code,
    municipality_code,
    group_code,
    period_type,
    period_start,
    count(*) as figures
from value.measure_value
group by all
having count(*) > 1;
