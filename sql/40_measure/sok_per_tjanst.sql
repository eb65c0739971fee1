-- How sought after the posts are: applicants per recruitment that ended in the period.
-- A recruitment whose applicants were not delivered is left out on both sides.
-- Grain: one row per municipality, occupation and period of twelve months.
create or replace view measure.sok_per_tjanst as
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

summed as (
    select
        municipality_code,
        coalesce(occupation_code, 'alla') as group_code,
        period_type,
        period_start,
        count(*) as recruitments,
        sum(applicants) as applicants
    from newest_post
    inner join basis.period_month on basis.period_month.month = month_of(recruitment_ended_on)
    where place = 1
    group by grouping sets (
        (municipality_code, occupation_code, period_type, period_start),
        (municipality_code, period_type, period_start)
    )
)

select
    measure_code,
    municipality_code,
    group_code,
    period_type,
    period_start,
    cast(coalesce(applicants, 0) as decimal(18, 4)) as numerator,
    cast(coalesce(recruitments, 0) as decimal(18, 4)) as denominator,
    cast(coalesce(recruitments, 0) as integer) as group_size
from period.covered
inner join basis.asked using (measure_code, municipality_code, period_type)
left join summed using (municipality_code, group_code, period_type, period_start)
where measure_code = 'SOK_PER_TJANST';

comment on view measure.sok_per_tjanst is 'Sökande per rekrytering som blev klar i perioden';
