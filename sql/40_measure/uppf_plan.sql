-- Who has had a talk with the manager, or a plan followed up, in twelve months: of those who answered.
-- Grain: one row per municipality, group and calendar year.
create or replace view measure.uppf_plan as
select
    measure_code,
    municipality_code,
    group_code,
    period_type,
    period_start,
    cast(coalesce(talked, 0) as decimal(18, 4)) as numerator,
    cast(coalesce(talk_answers, 0) as decimal(18, 4)) as denominator,
    coalesce(talk_answers, 0) as group_size
from period.covered
inner join basis.asked using (measure_code, municipality_code, period_type)
left join period.survey_count using (municipality_code, group_code, period_type, period_start)
where measure_code = 'UPPF_PLAN';

comment on view measure.uppf_plan is 'Andel med medarbetarsamtal eller uppföljd plan de senaste tolv månaderna';
