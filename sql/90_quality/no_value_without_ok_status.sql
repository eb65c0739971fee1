-- A number beside a reason for having none is either wrong or a disclosure.
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
    status <> 'ok'
    and coalesce(value, numerator, denominator, group_size) is not null;
