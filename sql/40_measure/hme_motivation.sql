-- How motivated the staff are: the three statements of HME on the work itself.
-- The numerator is the index times the answers, so that municipalities can be taken together by their answers.
-- Grain: one row per municipality, group and calendar year; without a number where there was no survey or not every statement.
create or replace view measure.hme_motivation as
select
    measure_code,
    municipality_code,
    group_code,
    period_type,
    period_start,
    cast(survey_index * answers as decimal(18, 4)) as numerator,
    cast(coalesce(answers, 0) as decimal(18, 4)) as denominator,
    coalesce(answers, 0) as group_size
from period.covered
inner join basis.asked using (measure_code, municipality_code, period_type)
left join period.survey_index using (measure_code, municipality_code, group_code, period_type, period_start)
where measure_code = 'HME_MOTIVATION';

comment on view measure.hme_motivation is 'HME motivation, index 0 till 100';
