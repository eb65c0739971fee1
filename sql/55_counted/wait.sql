-- What began in the period and how long it took, or has taken so far: investigations about children, recruitments, entries.
-- The rows of event.wait, which has no keys. A post may be recruited for twice in a period.
-- Grain: one row per period of twelve months, group (alla, occupation), what is waited for and thing that began.
create or replace view counted.wait as
with kind as (
    select *
    from (
        values
        ('utredning_klar', 'Avslutad utredning'),
        ('utredning_pagar', 'Utredning som pågår'),
        ('rekrytering_klar', 'Avslutad rekrytering'),
        ('rekrytering_pagar', 'Rekrytering som pågår'),
        ('tilltrade_klar', 'Tillträdd'),
        ('tilltrade_pagar', 'Väntar på tillträde')
    ) as listed (kind_code, kind_label)
),
delivered as (
    select
        municipality_code,
        dataset,
        last_day(max(month)) as delivered_to
    from core.coverage
    where dataset in ('investigation', 'position')
    group by all
),
adult as (
    select
        municipality_code,
        referral_key
    from core.referral
    where age_group_code = '21_plus'
),
newest_post as (
    select
        *,
        row_number() over (
            partition by municipality_code, position_no, recruitment_started_on
            order by month desc
        ) as place
    from core.position
    where recruitment_started_on is not null
),
begun as (
    select
        municipality_code,
        'investigation' as dataset,
        'utredning' as awaited_code,
        'alla' as occupation_code,
        investigation_key as row_key,
        started_on as counted_on,
        started_on,
        ended_on
    from core.investigation
    left join adult using (municipality_code, referral_key)
    where adult.referral_key is null
    union all
    select
        municipality_code,
        'position' as dataset,
        'rekrytering' as awaited_code,
        occupation_code,
        position_no as row_key,
        month as counted_on,
        recruitment_started_on as started_on,
        recruitment_ended_on as ended_on
    from newest_post
    where place = 1
    union all
    select
        municipality_code,
        'position' as dataset,
        'tilltrade' as awaited_code,
        occupation_code,
        position_no as row_key,
        month as counted_on,
        recruitment_started_on as started_on,
        entered_on as ended_on
    from newest_post
    where place = 1
),
split as (
    select *
    from (values ('alla'), ('yrke')) as listed (split_code)
),
waited as (
    select
        begun.*,
        case when split_code = 'alla' then 'alla' else occupation_code end as group_code,
        days_between(started_on, least(coalesce(ended_on, delivered_to), delivered_to)) as days,
        concat_ws(
            '_',
            awaited_code,
            case when coalesce(ended_on <= delivered_to, false) then 'klar' else 'pagar' end
        ) as kind_code
    from begun
    inner join delivered using (municipality_code, dataset)
    inner join split on split_code = 'alla' or dataset = 'position'
    where started_on <= delivered_to and coalesce(ended_on >= started_on, true)
)

select
    municipality_code,
    group_code,
    period_type,
    period_start,
    kind_code,
    kind_label,
    counted_on,
    case when dataset = 'position' then concat_ws(' ', row_key, cast(started_on as string)) else row_key end
        as subject_key,
    cast(days as decimal(18, 6)) as quantity,
    1 as month_ends,
    dataset,
    row_key
from waited
inner join kind using (kind_code)
inner join basis.period_month on month = month_of(started_on)
where period_type in ('rolling_12', 'year');

comment on view counted.wait is 'Utredningar, rekryteringar och tillträden som väntats på, rad för rad';
