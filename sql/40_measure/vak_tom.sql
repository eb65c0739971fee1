-- Empty posts: budgeted, held by nobody and covered by nobody.
-- A year is the mean of its month ends.
-- Grain: one row per municipality, occupation and period.
create or replace view measure.vak_tom as
select
    measure_code,
    municipality_code,
    group_code,
    period_type,
    period_start,
    coalesce(empty_fte, 0) as numerator,
    coalesce(budgeted_fte, 0) as denominator,
    cast(coalesce(floor(posts), 0) as integer) as group_size
from period.covered
inner join basis.asked using (measure_code, municipality_code, period_type)
left join period.vacancy using (municipality_code, group_code, period_type, period_start)
where measure_code = 'VAK_TOM';

comment on view measure.vak_tom is 'Tomma tjänster: andel av budgeterade årsarbetare som varken är tillsatta eller täckta vid månadens slut';
