-- What began and how long until it was over: what medians of waiting are made of, with those still waiting.
-- A wait that is not over is known to have lasted until the last delivered day and no more: left out, or taken as over,
-- it would make a growing pile look like speed. kind_code tells what is waited for: utredning (an investigation about
-- a child to be finished), rekrytering (a recruitment to end in a contract), tilltrade (the recruited to begin).
-- A post sent every month is one recruitment: its newest row tells.
-- Grain: one row per kind, occupation ('alla' too) and thing that began.
create or replace view event.wait as
with delivered as (
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
recruitment as (
    select
        municipality_code,
        occupation_code as group_code,
        position_no as row_key,
        month as told_on,
        recruitment_started_on as started_on,
        recruitment_ended_on,
        entered_on
    from newest_post
    where place = 1
),
begun as (
    select
        municipality_code,
        'investigation' as dataset,
        'utredning' as kind_code,
        'alla' as group_code,
        investigation_key as row_key,
        started_on as told_on,
        started_on,
        ended_on
    from core.investigation
    left join adult using (municipality_code, referral_key)
    where adult.referral_key is null
    union all
    select
        municipality_code,
        'position' as dataset,
        'rekrytering' as kind_code,
        group_code,
        row_key,
        told_on,
        started_on,
        recruitment_ended_on as ended_on
    from recruitment
    union all
    select
        municipality_code,
        'position' as dataset,
        'tilltrade' as kind_code,
        group_code,
        row_key,
        told_on,
        started_on,
        entered_on as ended_on
    from recruitment
),
grouped as (
    select * from begun
    union all
    select
        municipality_code,
        dataset,
        kind_code,
        'alla' as group_code,
        row_key,
        told_on,
        started_on,
        ended_on
    from begun
    where group_code <> 'alla'
)

select
    municipality_code,
    kind_code,
    group_code,
    started_on,
    days_between(started_on, least(coalesce(ended_on, delivered_to), delivered_to)) as days,
    coalesce(ended_on <= delivered_to, false) as is_over,
    dataset,
    row_key,
    told_on
from grouped
inner join delivered using (municipality_code, dataset)
where started_on <= delivered_to and coalesce(ended_on >= started_on, true);

comment on view event.wait is 'Sådant som börjat och hur länge det dröjt tills det var klart, eller hittills';
comment on column event.wait.kind_code is 'utredning, rekrytering eller tilltrade';
comment on column event.wait.days is 'Dagar tills det var klart, eller till sista levererade dagen';
comment on column event.wait.is_over is 'Om det var klart';
comment on column event.wait.told_on is 'Dag då raden som säger det gäller; för tjänster månaden';
