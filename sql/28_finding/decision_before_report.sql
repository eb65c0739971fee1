-- Referrals assessed or decided on before they came in.
-- Within a row a decision before its report is refused on the way in (end_before_start); the assessment of a child's
-- need of protection is not, since it decides no figure.
-- Grain: one row per row of the delivery.
create or replace view finding.decision_before_report as
select
    municipality_code,
    delivery_id,
    line_no,
    'decision_before_report' as finding_code,
    unit_code
from core.referral
where least(decided_on, protection_assessed_on) < received_on;

comment on view finding.decision_before_report is 'Aktualiseringar som är bedömda eller beslutade före den dag de kom in';
