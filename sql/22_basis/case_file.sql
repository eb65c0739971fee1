-- What somebody has to handle: reports and applications awaiting a decision, and open investigations. Each is under 'alla' and
-- under the unit it lies with (core.staff_group); one of a client with a protected identity is under 'alla' only.
-- A case is closed on the day of its decision or end; it is not open at the end of that day. A referral with a
-- decision but no date is taken as decided when it came in: that it was decided is sure, when is not.
-- A case has one unit, that of its newest row: one that has moved has moved for all the time it was open.
-- Grain: one row per case and group ('alla' beside the unit).
create or replace view basis.case_file as
with case_file as (
    select
        municipality_code,
        'aktualisering' as case_type_code,
        referral_key as case_key,
        received_on as opened_on,
        coalesce(decided_on, case when decision_code is not null then received_on end) as closed_on,
        unit_code
    from core.referral
    union all
    select
        municipality_code,
        'utredning' as case_type_code,
        investigation_key as case_key,
        started_on as opened_on,
        ended_on as closed_on,
        unit_code
    from core.investigation
)

select
    'alla' as group_code,
    case_file.*
from case_file
union all
select
    concat_ws('_', 'enhet', coalesce(unit_code, 'okand')) as group_code,
    case_file.*
from case_file
where case_key not in (select protected_key from protected.pseudonym);

comment on view basis.case_file is 'Ärenden att handlägga: aktualiseringar i väntan på beslut och pågående utredningar, per enhet och en gång till för alla; skyddade personuppgifter bara för alla';
