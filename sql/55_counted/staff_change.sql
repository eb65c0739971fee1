-- Who left, who began and who went on long leave: the rows of the flow definitions of turnover.
-- The row of an exit is that of the terms that ended last, and of a start that of the first terms; a permanent post goes before
-- another on the same day.
-- Grain: one row per period, group and exit, start or leave begun.
create or replace view counted.staff_change as
with kind as (
    select *
    from (
        values
        ('exit_by_request', 'Lämnat kommunen på egen begäran'),
        ('other_external_exit', 'Lämnat kommunen av annat skäl, till exempel pension'),
        ('occupation_exit', 'Lämnat yrkesgruppen, kvar i kommunen'),
        ('unit_exit', 'Bytt enhet inom yrkesgruppen'),
        ('temporary_exit', 'Tidsbegränsad anställning som tagit slut'),
        ('leave_start', 'Börjat en lång ledighet'),
        ('external_start', 'Kommit utifrån'),
        ('occupation_start', 'Kommit från annat yrke i kommunen')
    ) as listed (kind_code, kind_label)
),
left_row as (
    select
        municipality_code,
        group_code,
        person_key,
        left_on as counted_on,
        case
            when not exit.is_permanent and exit.kind_code in ('extern', 'intern_yrke') then 'temporary_exit'
            when exit.is_permanent and exit.kind_code = 'extern' and exit.end_reason_code = 'egen_begaran'
                then 'exit_by_request'
            when exit.is_permanent and exit.kind_code = 'extern' then 'other_external_exit'
            when exit.is_permanent and exit.kind_code = 'intern_yrke' then 'occupation_exit'
            when exit.is_permanent and exit.kind_code = 'intern_enhet' then 'unit_exit'
        end as kind_code,
        'employment' as dataset,
        employment_key as row_key,
        row_number() over (
            partition by municipality_code, group_code, person_key, left_on, exit.kind_code
            order by term.is_permanent desc, employment_key
        ) as place
    from event.exit as exit
    inner join basis.staff_term as term using (municipality_code, group_code, person_key)
    where term.is_monthly_paid and term.valid_to = left_on
),
begun_row as (
    select
        municipality_code,
        group_code,
        person_key,
        started_on as counted_on,
        case
            when start.is_permanent and kind_code = 'extern' then 'external_start'
            when start.is_permanent and kind_code = 'intern_yrke' then 'occupation_start'
        end as kind_code,
        'employment' as dataset,
        employment_key as row_key,
        row_number() over (
            partition by municipality_code, group_code, person_key, started_on, kind_code
            order by term.is_permanent desc, employment_key
        ) as place
    from event.start as start
    inner join basis.staff_term as term using (municipality_code, group_code, person_key)
    where term.is_monthly_paid and term.valid_from = started_on
),
leave_row as (
    select
        municipality_code,
        group_code,
        person_key,
        started_on as counted_on,
        'leave_start' as kind_code,
        'absence' as dataset,
        absence_no as row_key,
        row_number() over (
            partition by municipality_code, group_code, person_key, started_on
            order by absence_no
        ) as place
    from event.leave_start
    inner join basis.staff_absence using (municipality_code, person_key, started_on)
    where absence_reason_code in ('foraldraledig', 'tjanstledig_studier', 'tjanstledig_ovrig') and extent_share >= 1
),
change as (
    select * from left_row
    union all
    select * from begun_row
    union all
    select * from leave_row
)

select
    municipality_code,
    group_code,
    period_type,
    period_start,
    kind_code,
    kind_label,
    counted_on,
    person_key as subject_key,
    cast(1 as decimal(18, 6)) as quantity,
    1 as month_ends,
    dataset,
    row_key
from change
inner join kind using (kind_code)
inner join basis.period_month on month = month_of(counted_on)
where place = 1 and period_type in ('rolling_12', 'year');

comment on view counted.staff_change is 'Avgångar, tillträden och påbörjade långa ledigheter, rad för rad';
