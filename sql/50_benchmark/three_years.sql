-- Three calendar years together, for those too small for one: numerators by denominators.
-- The official practice for small units (Kolada's sub-areas). All three years must have a figure by the same definition.
-- Grain: one row per municipality, measure, occupation and calendar year (the last of the three).
create or replace view benchmark.three_years as
select
    last_year.measure_code,
    last_year.municipality_code,
    last_year.group_code,
    last_year.period_start,
    dec6(ratio(sum(each_year.numerator), sum(each_year.denominator))) as three_year_value
from value.measure_value as last_year
inner join value.measure_value as each_year
    on each_year.measure_code = last_year.measure_code
    and each_year.municipality_code = last_year.municipality_code
    and each_year.group_code = last_year.group_code
    and each_year.definition_version = last_year.definition_version
    and each_year.period_type = 'year'
    and each_year.period_start between plus_months(last_year.period_start, -24) and last_year.period_start
where last_year.period_type = 'year'
    and last_year.status = 'ok'
    and each_year.status = 'ok'
    and each_year.denominator > 0
group by all
having count(*) = 3;

comment on view benchmark.three_years is 'Tre kalenderår tillsammans: summan av täljarna genom summan av nämnarna';
