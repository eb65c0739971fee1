-- Answers of employee surveys that can be: a mean on the scale, no more answers than were asked for, no more yes than
-- answers. What cannot is left out, and told (finding.survey_out_of_range). Each row is under 'alla' and under its unit.
-- A unit that is no group of the municipality's is 'enhet_okand': units then make the whole, and none can be worked out
-- as what is left over. part_code is the part of HME that a statement belongs to; questions of yes and no have none.
-- Grain: one row per unit, month of a survey, question and group ('alla' beside the unit).
create or replace view basis.survey_answer as
with possible as (
    select
        municipality_code,
        unit_code,
        month,
        question_code,
        case
            when question_code in ('motivation_1', 'motivation_2', 'motivation_3') then 'motivation'
            when question_code in ('ledarskap_1', 'ledarskap_2', 'ledarskap_3') then 'ledarskap'
            when question_code in ('styrning_1', 'styrning_2', 'styrning_3') then 'styrning'
        end as part_code,
        mean_score,
        yes_answers,
        answers,
        sent
    from core.survey
    where answers >= 0
        and coalesce(mean_score between 1 and 5, true)
        and coalesce(sent >= answers, true)
        and coalesce(yes_answers between 0 and answers, true)
),
unit_group as (
    select
        municipality_code,
        group_code
    from core.staff_group
    where split_code = 'enhet'
)

select
    'alla' as group_code,
    possible.*
from possible
union all
select
    coalesce(unit_group.group_code, 'enhet_okand') as group_code,
    possible.*
from possible
left join unit_group
    on unit_group.municipality_code = possible.municipality_code
    and unit_group.group_code = concat_ws('_', 'enhet', possible.unit_code);

comment on view basis.survey_answer is 'Rimliga svar i medarbetarmätningar, per enhet och en gång till för alla';
comment on column basis.survey_answer.part_code is 'Delen av HME: motivation, ledarskap eller styrning';
