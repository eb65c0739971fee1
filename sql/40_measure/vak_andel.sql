-- Vacancies: budgeted posts that nobody holds, covered by a temporary or a consultant or not at all.
-- A year is the mean of its month ends.
-- Grain: one row per municipality, occupation and period.
create or replace view measure.vak_andel as
with mean as (
    select
        municipality_code,
        occupation_code,
        period_type,
        period_start,
        sum(vacant_fte) as vacant_fte,
        sum(budgeted_fte) as budgeted_fte,
        sum(posts) as posts,
        case period_type when 'month' then 1 else 12 end as months
    from monthly.vacancy
    inner join basis.period_month using (month)
    group by all
)

select
    measure_code,
    municipality_code,
    occupation_code,
    period_type,
    period_start,
    cast(dec6(ratio(vacant_fte, months)) as decimal(18, 4)) as numerator,
    cast(dec6(ratio(budgeted_fte, months)) as decimal(18, 4)) as denominator,
    cast(floor(ratio(posts, months)) as integer) as group_size
from mean
inner join period.covered using (municipality_code, period_type, period_start)
where measure_code = 'VAK_ANDEL';

comment on view measure.vak_andel is 'Vakanser: andel av budgeterade årsarbetare som inte är tillsatta vid månadens slut';
