-- A delivery far larger or smaller than the one before it is seldom right, though each of its rows may be. Its sender is told
-- (sql/28_finding/implausible_…), and so is whoever runs this.
-- Severity: advisory
-- Remedy: Fråga kommunen om urvalet i exporten är rätt, innan siffrorna används.
select
    municipality_code,
    dataset,
    delivery_id,
    finding_code,
    size_a_month_before,
    size_a_month
from answer.finding
inner join basis.delivery_size using (municipality_code, dataset, delivery_id, finding_code);
