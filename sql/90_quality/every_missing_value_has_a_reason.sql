-- A figure without a value says why, in a word that bi.status explains.
-- Severity: fail
-- Remedy: Felet ligger i programmet eller i SQL-filerna, inte hos kommunen; ge ut på nytt när det är rättat.
select
    measure_code,
    municipality_code,
    group_code,
    period_type,
    period_start,
    status
from value.measure_value
where
    (status = 'ok' and value is null)
    or status is null
    or status not in (select status from bi.status);
