-- Answers of a survey that cannot be: a mean off the scale from 1 to 5, more answers than were asked for, more yes than
-- answers. These rows are in no figure (basis.survey_answer): one of them could make a share larger than one, or an
-- index than a hundred.
-- Grain: one row per row of the delivery.
create or replace view finding.survey_out_of_range as
select
    municipality_code,
    delivery_id,
    line_no,
    'survey_out_of_range' as finding_code,
    unit_code
from core.survey
where answers < 0
    or mean_score not between 1 and 5
    or sent < answers
    or yes_answers not between 0 and answers;

comment on view finding.survey_out_of_range is 'Svar i medarbetarmätningar utanför skalan, eller fler än utskicken';
