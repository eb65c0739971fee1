-- Who answers: of those who were asked, in the statements of HME.
-- Grain: one row per municipality, group and calendar year.
create or replace view measure.hme_svar as
select
    measure_code,
    municipality_code,
    group_code,
    period_type,
    period_start,
    cast(coalesce(answers, 0) as decimal(18, 4)) as numerator,
    cast(coalesce(sent, 0) as decimal(18, 4)) as denominator,
    coalesce(answers, 0) as group_size
from period.covered
inner join basis.asked using (measure_code, municipality_code, period_type)
left join period.survey_count using (municipality_code, group_code, period_type, period_start)
where measure_code = 'HME_SVAR';

comment on view measure.hme_svar is 'Svarsfrekvens i medarbetarmätningen';
