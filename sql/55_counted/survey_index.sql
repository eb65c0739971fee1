-- What units answered the statements of HME in a calendar year, for each index.
-- An index is a mean of means, and its numerator that times the answers of the statement with the fewest (period.survey_index):
-- the quantity is what the row adds to it. Where a statement is missing there is no index, and nothing is added to it.
-- Grain: one row per calendar year, group, unit, month of a survey, statement and kind.
create or replace view counted.survey_index as
with kind as (
    select *
    from (
        values
        ('tot', 'Påståendena i HME, svarens del av täljaren'),
        ('motivation', 'Påståendena om motivation, svarens del av täljaren'),
        ('ledarskap', 'Påståendena om ledarskap, svarens del av täljaren'),
        ('styrning', 'Påståendena om styrning, svarens del av täljaren'),
        ('tot_fewest', 'Svar på det påstående i HME som fått minst'),
        ('motivation_fewest', 'Svar på det påstående om motivation som fått minst'),
        ('ledarskap_fewest', 'Svar på det påstående om ledarskap som fått minst'),
        ('styrning_fewest', 'Svar på det påstående om styrning som fått minst')
    ) as listed (kind_code, kind_label)
),
answered as (
    select
        municipality_code,
        group_code,
        period_type,
        period_start,
        part_code,
        unit_code,
        month,
        question_code,
        (mean_score - 1) * 25 as unit_index,
        answers
    from basis.survey_answer
    inner join basis.period_month using (month)
    where period_type = 'year' and part_code is not null and mean_score is not null and answers > 0
),
counted_in as (
    select
        *,
        'tot' as index_code,
        9 as statements
    from answered
    union all
    select
        *,
        part_code as index_code,
        3 as statements
    from answered
),
statement as (
    select
        municipality_code,
        group_code,
        period_type,
        period_start,
        index_code,
        question_code,
        statements,
        sum(answers) as statement_answers
    from counted_in
    group by all
),
ranked as (
    select
        *,
        count(*) over of_index as statements_answered,
        min(statement_answers) over of_index as fewest_answers,
        row_number() over (
            partition by municipality_code, group_code, period_start, index_code
            order by statement_answers, question_code
        ) as place
    from statement
    window of_index as (partition by municipality_code, group_code, period_start, index_code)
),
weighed as (
    select
        counted_in.*,
        statement_answers,
        statements_answered,
        fewest_answers,
        place
    from counted_in
    inner join ranked
        using (municipality_code, group_code, period_type, period_start, index_code, question_code, statements)
),
part as (
    select
        *,
        index_code as kind_code,
        ratio(unit_index * answers * fewest_answers, statement_answers * statements) as quantity
    from weighed
    where statements_answered = statements
    union all
    select
        *,
        concat_ws('_', index_code, 'fewest') as kind_code,
        cast(answers as double) as quantity
    from weighed
    where place = 1
)

select
    municipality_code,
    group_code,
    period_type,
    period_start,
    kind_code,
    kind_label,
    month as counted_on,
    concat_ws(' ', unit_code, question_code) as subject_key,
    cast(dec6(quantity) as decimal(18, 6)) as quantity,
    1 as month_ends,
    'survey' as dataset,
    concat_ws(' ', unit_code, question_code) as row_key
from part
inner join kind using (kind_code);

comment on view counted.survey_index is 'Enheternas svar på påståendena i HME, rad för rad';
