-- Managers who are trained for the work environment, of those who answered.
-- Grain: one row per municipality, group and calendar year.
create or replace view measure.sam_utb as
select
    measure_code,
    municipality_code,
    group_code,
    period_type,
    period_start,
    cast(coalesce(trained, 0) as decimal(18, 4)) as numerator,
    cast(coalesce(training_answers, 0) as decimal(18, 4)) as denominator,
    coalesce(training_answers, 0) as group_size
from period.covered
inner join basis.asked using (measure_code, municipality_code, period_type)
left join period.survey_count using (municipality_code, group_code, period_type, period_start)
where measure_code = 'SAM_UTB';

comment on view measure.sam_utb is 'Andel chefer med utbildning i systematiskt arbetsmiljöarbete';
