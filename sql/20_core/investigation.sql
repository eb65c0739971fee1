-- Investigations from opening to close, as known at the as-of date.
-- An investigation without an end goes on; averages over closed ones alone look better the longer the queue is.
-- Grain: one row per investigation.
create or replace view core.investigation as
with newest_first as (
    select
        *,
        row_number() over (
            partition by municipality_code, investigation_key
            order by delivery_no desc, line_no desc
        ) as place
    from lake.investigation
)

select
    municipality_code,
    investigation_key,
    referral_key,
    client_key,
    started_on,
    ended_on,
    extended_to,
    extension_decided_on,
    close_reason_code,
    unit_code,
    investigation_key in (select protected_key from protected.pseudonym) as is_protected,
    missing_reasons,
    delivery_id,
    line_no
from newest_first
where place = 1;

comment on view core.investigation is 'Utredningar från beslut att inleda till avslut, enligt den senaste leveransen';
