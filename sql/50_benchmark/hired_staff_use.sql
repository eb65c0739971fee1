-- How many municipalities hire social workers at all (KB_ANVANDER): a figure of the group, nobody's own.
-- Whoever delivered the ledger counts, also where its share of cost is hidden because its own staff are few; who did not
-- deliver is on neither side. There is none below three municipalities.
-- Grain: one row per peer group and period with at least three municipalities.
create or replace view benchmark.hired_staff_use as
select
    peer_group_code,
    period_type,
    period_start,
    cast(count(*) as integer) as municipalities,
    cast(count(*) filter (where cost.numerator > 0) as integer) as users,
    dec6(ratio(count(*) filter (where cost.numerator > 0), count(*))) as user_share
from measure.kb_kostnad as cost
inner join value.measure_value as judged using (measure_code, municipality_code, group_code, period_type, period_start)
inner join period.peer using (municipality_code, period_type, period_start)
where status in ('ok', 'suppressed')
group by peer_group_code, period_type, period_start
having count(*) >= 3;

comment on view benchmark.hired_staff_use is 'Andel av kommunerna som hyrt in socionomer';
