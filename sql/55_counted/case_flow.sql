-- Cases that came in and cases that were closed: plus one and minus one.
-- How: monthly.case_flow.
-- Grain: one row per period and case that came in, and one per period and case that was closed.
create or replace view counted.case_flow as
with kind as (
    select *
    from (
        values
        ('referral_in', 'Aktualisering som kommit in'),
        ('investigation_in', 'Utredning som inletts utan aktualisering, eller som en till på samma'),
        ('referral_closed', 'Aktualisering som avslutats utan utredning'),
        ('investigation_closed', 'Utredning som avslutats')
    ) as listed (kind_code, kind_label)
),
numbered as (
    select
        municipality_code,
        investigation_key,
        referral_key,
        started_on,
        row_number() over (
            partition by municipality_code, referral_key
            order by started_on, investigation_key
        ) as place
    from core.investigation
),
led_on as (
    select distinct
        municipality_code,
        referral_key
    from core.investigation
    where referral_key is not null
),
happened as (
    select
        municipality_code,
        'referral_in' as kind_code,
        referral_key as row_key,
        received_on as counted_on
    from core.referral
    union all
    select
        numbered.municipality_code,
        'investigation_in' as kind_code,
        numbered.investigation_key as row_key,
        numbered.started_on as counted_on
    from numbered
    left join core.referral as referral using (municipality_code, referral_key)
    where place > 1 or referral.referral_key is null
    union all
    select
        case_file.municipality_code,
        case case_type_code when 'aktualisering' then 'referral_closed' else 'investigation_closed' end as kind_code,
        case_key as row_key,
        closed_on as counted_on
    from basis.case_file as case_file
    left join led_on
        on case_type_code = 'aktualisering'
        and led_on.municipality_code = case_file.municipality_code
        and led_on.referral_key = case_file.case_key
    where group_code = 'alla' and closed_on is not null and led_on.referral_key is null
)

select
    municipality_code,
    'alla' as group_code,
    period_type,
    period_start,
    kind_code,
    kind_label,
    counted_on,
    row_key as subject_key,
    cast(case when kind_code in ('referral_in', 'investigation_in') then 1 else -1 end as decimal(18, 6)) as quantity,
    1 as month_ends,
    case when kind_code in ('referral_in', 'referral_closed') then 'referral' else 'investigation' end as dataset,
    row_key
from happened
inner join kind using (kind_code)
inner join basis.period_month on month = month_of(counted_on);

comment on view counted.case_flow is 'Ärenden som kommit in och ärenden som avslutats, rad för rad';
