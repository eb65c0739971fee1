-- Who was asked and who answered in the surveys of a calendar year, and who said yes or no: sums by unit, as they are delivered.
-- A unit's line is that of the statement of HME with the most answers, and with the most who were asked. The quantity is persons.
-- Grain: one row per calendar year, group, unit, month of a survey and kind.
create or replace view counted.survey_count as
with kind as (
    select *
    from (
        values
        ('asked', 'Fått enkäten'),
        ('answered', 'Svarat på påståendena i HME'),
        ('talked', 'Haft medarbetarsamtal eller fått sin plan uppföljd'),
        ('not_talked', 'Inte haft medarbetarsamtal eller fått sin plan uppföljd'),
        ('trained', 'Chef med utbildning i systematiskt arbetsmiljöarbete'),
        ('not_trained', 'Chef utan utbildning i systematiskt arbetsmiljöarbete')
    ) as listed (kind_code, kind_label)
),
ranked as (
    select
        *,
        row_number() over (
            partition by municipality_code, group_code, unit_code, month
            order by answers desc, question_code
        ) as answered_place,
        row_number() over (
            partition by municipality_code, group_code, unit_code, month
            order by sent desc, question_code
        ) as asked_place
    from basis.survey_answer
    where part_code is not null and sent is not null
),
yes_or_no as (
    select
        *,
        case question_code when 'medarbetarsamtal' then 'talked' when 'sam_utbildning' then 'trained' end as yes_code
    from basis.survey_answer
    where question_code in ('medarbetarsamtal', 'sam_utbildning') and yes_answers is not null
),
part as (
    select
        municipality_code,
        group_code,
        unit_code,
        month,
        question_code,
        'answered' as kind_code,
        answers as persons
    from ranked
    where answered_place = 1
    union all
    select
        municipality_code,
        group_code,
        unit_code,
        month,
        question_code,
        'asked' as kind_code,
        sent as persons
    from ranked
    where asked_place = 1
    union all
    select
        municipality_code,
        group_code,
        unit_code,
        month,
        question_code,
        yes_code as kind_code,
        yes_answers as persons
    from yes_or_no
    union all
    select
        municipality_code,
        group_code,
        unit_code,
        month,
        question_code,
        concat_ws('_', 'not', yes_code) as kind_code,
        answers - yes_answers as persons
    from yes_or_no
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
    cast(persons as decimal(18, 6)) as quantity,
    1 as month_ends,
    'survey' as dataset,
    concat_ws(' ', unit_code, question_code) as row_key
from part
inner join kind using (kind_code)
inner join basis.period_month using (month)
where period_type = 'year';

comment on view counted.survey_count is 'Tillfrågade, svarande och svar på ja- och nejfrågor i medarbetarmätningar, rad för rad';
