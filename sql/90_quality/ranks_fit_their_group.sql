-- Nobody is placed after the last one, and everybody with a value has a place.
-- Severity: fail
-- Remedy: Felet ligger i programmet eller i SQL-filerna, inte hos kommunen; ge ut på nytt när det är rättat.
select
    municipality_code,
    measure_code,
    group_code,
    period_type,
    period_start,
    peer_group_code
from bi.benchmark
where
    coalesce(rank_in_group, 0) > peer_count
    or (status = 'ok') <> (rank_in_group is not null);
