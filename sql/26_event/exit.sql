-- Somebody left: the municipality, the occupation, or the unit. What counts as turnover is for each measure to say.
-- kind_code tells where to: extern (out of the municipality), intern_yrke (stays, but not in the occupation),
-- intern_enhet (same occupation, other unit), overgang_verksamhet (the work itself was taken over by another
-- employer: nobody left it). A person's own later terms decide; the reason given decides only where there are none.
-- left_on is the last day employed. A reorganised unit is not left by those who follow it to its successor.
-- Grain: one row per municipality, occupation, person, last day and kind.
create or replace view event.exit as
with setting as (
    select cast(max(parameter_value) as integer) as rehire_days
    from meta.parameter
    where parameter_name = 'rehire_days'
),
from_occupation as (
    select
        municipality_code,
        stay.group_code,
        person_key,
        stay.ended_on as left_on,
        case
            when employed.ended_on > stay.ended_on then 'intern_yrke'
            when stay.end_reason_code in ('intern_yrke', 'intern_enhet', 'overgang_verksamhet')
                then stay.end_reason_code
            else 'extern'
        end as kind_code,
        stay.is_ended_permanent as is_permanent,
        stay.end_reason_code
    from spell.staff as stay
    inner join spell.staff as employed using (municipality_code, person_key)
    where employed.group_code = 'alla'
        and stay.ended_on between employed.started_on and employed.ended_on
        and stay.ended_on < date '2999-12-31'
),
from_unit as (
    select
        left_unit.municipality_code,
        left_unit.group_code,
        left_unit.person_key,
        left_unit.ended_on as left_on,
        left_unit.unit_code,
        bool_or(left_unit.is_ended_permanent) as is_permanent,
        count(successor.unit_code) as successors
    from spell.unit as left_unit
    cross join setting
    inner join basis.staff_term as next_term using (municipality_code, group_code, person_key)
    left join core.unit as successor
        on successor.municipality_code = left_unit.municipality_code
        and successor.unit_code = next_term.unit_code
        and successor.predecessor_unit_code = left_unit.unit_code
    where next_term.is_monthly_paid
        and next_term.unit_code <> left_unit.unit_code
        and next_term.valid_to > left_unit.ended_on
        and next_term.valid_from <= left_unit.ended_on + rehire_days
    group by all
)

select
    municipality_code,
    group_code,
    person_key,
    left_on,
    kind_code,
    is_permanent,
    end_reason_code
from from_occupation
union all
select
    municipality_code,
    group_code,
    person_key,
    left_on,
    'intern_enhet' as kind_code,
    bool_or(is_permanent) as is_permanent,
    'intern_enhet' as end_reason_code
from from_unit
where successors = 0
group by municipality_code, group_code, person_key, left_on;

comment on view event.exit is 'Avgångar: någon har lämnat kommunen, yrkesgruppen eller enheten';
comment on column event.exit.left_on is 'Sista anställningsdagen';
comment on column event.exit.kind_code is 'extern, intern_yrke, intern_enhet eller overgang_verksamhet';
