-- Answers of employee surveys by unit and question, as known at the as-of date.
-- Counts of answers and their mean; a small unit's may be one person's. What cannot be (a mean off the scale, more
-- answers than were asked for) is here too: whoever counts reads basis.survey_answer, which leaves it out.
-- Grain: one row per unit, month of a survey and question.
create or replace view core.survey as
with newest_first as (
    select
        *,
        row_number() over (
            partition by municipality_code, unit_code, month, question_code
            order by delivery_no desc, line_no desc
        ) as place
    from lake.survey
)

select
    municipality_code,
    unit_code,
    month,
    question_code,
    mean_score,
    yes_answers,
    answers,
    sent,
    missing_reasons,
    delivery_id,
    line_no
from newest_first
where place = 1;

comment on view core.survey is 'Svar i medarbetarmätningar per enhet och fråga, enligt den senaste leveransen';
