-- Reports of concern whose fourteenth day is in the period, and whether they were decided on by then.
-- How: monthly.report_limit.
-- Grain: one row per period and report.
create or replace view counted.report_limit as
with kind as (
    select *
    from (
        values
        ('in_time', 'Beslut i tid'),
        ('under_investigation', 'Barnet utreddes redan'),
        ('late', 'Beslut för sent, eller inget beslut')
    ) as listed (kind_code, kind_label)
),
report as (
    select
        municipality_code,
        referral_key,
        received_on + limit_value as limit_on,
        case
            when decision_code = 'tillhor_pagaende' then 'under_investigation'
            when decided_on <= received_on + limit_value then 'in_time'
            else 'late'
        end as kind_code
    from core.referral
    inner join meta.legal_limit
        on limit_name = 'report_limit_days' and received_on between valid_from and valid_to
    where referral_type_code = 'orosanmalan' and coalesce(age_group_code, '') <> '21_plus'
)

select
    municipality_code,
    'alla' as group_code,
    period_type,
    period_start,
    kind_code,
    kind_label,
    limit_on as counted_on,
    referral_key as subject_key,
    cast(1 as decimal(18, 6)) as quantity,
    1 as month_ends,
    'referral' as dataset,
    referral_key as row_key
from report
inner join kind using (kind_code)
inner join basis.period_month on month = month_of(limit_on);

comment on view counted.report_limit is 'Orosanmälningar vars gräns för beslut inföll i perioden, rad för rad';
