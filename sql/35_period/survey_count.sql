-- What is counted in the surveys of a calendar year: who answered the statements of HME of those who were asked, and who
-- said yes. In a unit the statement with the most answers tells how many took part. Where it is not known how many were
-- asked, the unit is on neither side.
-- Grain: one row per municipality, group and calendar year with a survey.
create or replace view period.survey_count as
with unit_survey as (
    select
        municipality_code,
        group_code,
        unit_code,
        month,
        max(answers) filter (where part_code is not null and sent is not null) as answers,
        max(sent) filter (where part_code is not null) as sent,
        sum(yes_answers) filter (where question_code = 'medarbetarsamtal') as talked,
        sum(answers) filter (where question_code = 'medarbetarsamtal' and yes_answers is not null) as talk_answers,
        sum(yes_answers) filter (where question_code = 'sam_utbildning') as trained,
        sum(answers) filter (where question_code = 'sam_utbildning' and yes_answers is not null) as training_answers
    from basis.survey_answer
    group by all
)

select
    municipality_code,
    group_code,
    period_type,
    period_start,
    cast(sum(answers) as integer) as answers,
    cast(sum(sent) as integer) as sent,
    cast(sum(talked) as integer) as talked,
    cast(sum(talk_answers) as integer) as talk_answers,
    cast(sum(trained) as integer) as trained,
    cast(sum(training_answers) as integer) as training_answers
from unit_survey
inner join basis.period_month using (month)
where period_type = 'year'
group by all;

comment on view period.survey_count is 'Svarande, tillfrågade och de som svarat ja i årets medarbetarmätningar';
comment on column period.survey_count.talked is 'De som haft medarbetarsamtal eller uppföljning av sin plan de senaste tolv månaderna';
comment on column period.survey_count.trained is 'Chefer med utbildning i systematiskt arbetsmiljöarbete';
