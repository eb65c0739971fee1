-- Reports of concern about children, in the period in which they came in.
-- The quantity is one; who is reported is the subject, or the report itself where the child is not known.
-- Grain: one row per period and report.
create or replace view counted.report as
select
    municipality_code,
    'alla' as group_code,
    period_type,
    period_start,
    'report' as kind_code,
    'Orosanmälan' as kind_label,
    received_on as counted_on,
    coalesce(client_key, referral_key) as subject_key,
    cast(1 as decimal(18, 6)) as quantity,
    1 as month_ends,
    'referral' as dataset,
    referral_key as row_key
from core.referral
inner join basis.period_month on month = month_of(received_on)
where referral_type_code = 'orosanmalan' and age_group_code <> '21_plus';

comment on view counted.report is 'Orosanmälningar som kommit in, rad för rad';
