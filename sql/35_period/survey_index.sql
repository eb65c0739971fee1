-- The indices of HME from 0 to 100, of the surveys of a calendar year. A statement's index is its mean over the units,
-- weighted by their answers, with 1 as 0 and 5 as 100; a part's is the mean of its three statements and the whole's that
-- of all nine. Where a statement is missing there is none. A unit whose mean is withheld is left out.
-- Grain: one row per measure, municipality, group and calendar year with any statement answered.
create or replace view period.survey_index as
with statement as (
    select
        municipality_code,
        group_code,
        period_type,
        period_start,
        part_code,
        question_code,
        ratio(sum((mean_score - 1) * 25 * answers), sum(answers)) as statement_index,
        sum(answers) as answers
    from basis.survey_answer
    inner join basis.period_month using (month)
    where period_type = 'year' and part_code is not null and mean_score is not null and answers > 0
    group by all
),
part as (
    select
        *,
        'HME_TOT' as measure_code,
        9 as statements
    from statement
    union all
    select
        *,
        concat_ws('_', 'HME', upper(part_code)) as measure_code,
        3 as statements
    from statement
)

select
    measure_code,
    municipality_code,
    group_code,
    period_type,
    period_start,
    case when count(*) = max(statements) then dec6(ratio(sum(statement_index), count(*))) end as survey_index,
    cast(min(answers) as integer) as answers
from part
group by measure_code, municipality_code, group_code, period_type, period_start;

comment on view period.survey_index is 'HME: index 0 till 100 för årets medarbetarmätningar';
comment on column period.survey_index.answers is 'Svar på det påstående som fick minst';
