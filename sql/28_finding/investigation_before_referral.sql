-- Investigations opened before the referral they follow from came in.
-- The opening is what the four months are counted from: too early, and a case that was in time looks late.
-- Grain: one row per row of the delivery.
create or replace view finding.investigation_before_referral as
select
    municipality_code,
    investigation.delivery_id,
    investigation.line_no,
    'investigation_before_referral' as finding_code,
    investigation.unit_code
from core.investigation as investigation
inner join core.referral as referral using (municipality_code, referral_key)
where investigation.started_on < referral.received_on;

comment on view finding.investigation_before_referral is 'Utredningar inledda före den aktualisering de gäller kom in';
