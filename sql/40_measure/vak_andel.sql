-- Vacancies: budgeted posts that nobody holds, covered by a temporary or a consultant or not at all.
-- A year is the mean of its month ends.
-- Grain: one row per municipality, occupation and period.
create or replace view measure.vak_andel as
with summed as (
    select
        municipality_code,
        group_code,
        period_type,
        period_start,
        cast(sum(vacant_fte) as decimal(18, 4)) as vacant_fte,
        cast(sum(budgeted_fte) as decimal(18, 4)) as budgeted_fte,
        sum(posts) as posts
    from monthly.vacancy
    inner join basis.period_month using (month)
    group by all
),

mean as (
    select
        *,
        case period_type when 'month' then 1 else 12 end as months
    from summed
)

select
    measure_code,
    municipality_code,
    group_code,
    period_type,
    period_start,
    coalesce(cast(dec6(ratio(vacant_fte, months)) as decimal(18, 4)), 0) as numerator,
    coalesce(cast(dec6(ratio(budgeted_fte, months)) as decimal(18, 4)), 0) as denominator,
    coalesce(cast(floor(ratio(posts, months)) as integer), 0) as group_size
from period.covered
inner join core.staff_group using (municipality_code)
left join mean using (municipality_code, group_code, period_type, period_start)
where measure_code = 'VAK_ANDEL';

comment on view measure.vak_andel is 'Vakanser: andel av budgeterade årsarbetare som inte är tillsatta vid månadens slut';
