-- Recruitments that ended in the period and whose applicants are delivered, and how many applied.
-- A post sent every month is one recruitment: its newest row tells.
-- Grain: one row per period, group (alla, occupation) and recruitment.
create or replace view counted.recruitment as
with newest_post as (
    select
        *,
        row_number() over (
            partition by municipality_code, position_no, recruitment_started_on
            order by month desc
        ) as place
    from core.position
    where recruitment_ended_on is not null and applicants is not null
),
split as (
    select *
    from (values ('alla'), ('yrke')) as listed (split_code)
)

select
    municipality_code,
    case when split_code = 'alla' then 'alla' else occupation_code end as group_code,
    period_type,
    period_start,
    'recruitment' as kind_code,
    'Avslutad rekrytering' as kind_label,
    newest_post.month as counted_on,
    position_no as subject_key,
    cast(applicants as decimal(18, 6)) as quantity,
    1 as month_ends,
    'position' as dataset,
    position_no as row_key
from newest_post
cross join split
inner join basis.period_month as period_month on period_month.month = month_of(recruitment_ended_on)
where place = 1;

comment on view counted.recruitment is 'Avslutade rekryteringar med antal sökande, rad för rad';
