-- Reports and applications that came in, with the decision on them, as known at the as-of date.
-- One report about three children is three rows; report_key tells that they belong together.
-- Grain: one row per referral and client.
create or replace view core.referral as
with newest_first as (
    select
        *,
        row_number() over (
            partition by municipality_code, referral_key
            order by delivery_no desc, line_no desc
        ) as place
    from lake.referral
)

select
    municipality_code,
    referral_key,
    report_key,
    client_key,
    sex_code,
    age_group_code,
    received_on,
    referral_type_code,
    reporter_code,
    unit_code,
    protection_assessed_on,
    decision_code,
    decided_on,
    has_exceptional_reasons,
    referral_key in (select protected_key from protected.pseudonym) as is_protected,
    missing_reasons,
    delivery_id,
    line_no
from newest_first
where place = 1;

comment on view core.referral is 'Aktualiseringar med beslut, en per barn eller vuxen, enligt den senaste leveransen';
