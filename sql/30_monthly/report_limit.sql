-- Reports of concern about children whose fourteenth day fell in the month, and those decided on by then.
-- The limit is the law's on the day the report came in, for reports about children and the young; other referrals have none. Exceptional reasons
-- (synnerliga skäl) excuse a late decision, but the child has waited: it is still late here. A report on a child
-- already under investigation needs no decision of its own.
-- Grain: one row per municipality and month.
create or replace view monthly.report_limit as
with report as (
    select
        municipality_code,
        received_on + limit_value as limit_on,
        decision_code = 'tillhor_pagaende' as is_under_investigation,
        decided_on
    from core.referral
    inner join meta.legal_limit
        on limit_name = 'report_limit_days' and received_on between valid_from and valid_to
    where referral_type_code = 'orosanmalan' and coalesce(age_group_code, '') <> '21_plus'
)

select
    municipality_code,
    month_of(limit_on) as month,
    cast(count(*) as integer) as reports,
    cast(count(*) filter (where is_under_investigation or decided_on <= limit_on) as integer) as decided_in_time
from report
group by all;

comment on view monthly.report_limit is 'Orosanmälningar vars fjortonde dag inföll i månaden, och de som då hade beslut';
