-- What somebody has to handle: reports and applications awaiting a decision, and open investigations.
-- A case is closed on the day of its decision or end; it is not open at the end of that day. A referral with a
-- decision but no date is taken as decided when it came in: that it was decided is sure, when is not.
-- Grain: one row per case.
create or replace view basis.case_file as
select
    municipality_code,
    'aktualisering' as case_type_code,
    referral_key as case_key,
    received_on as opened_on,
    coalesce(decided_on, case when decision_code is not null then received_on end) as closed_on
from core.referral
union all
select
    municipality_code,
    'utredning' as case_type_code,
    investigation_key as case_key,
    started_on as opened_on,
    ended_on as closed_on
from core.investigation;

comment on view basis.case_file is 'Ärenden att handlägga: aktualiseringar i väntan på beslut och pågående utredningar';
