-- Somebody was promoted: has, from one day to the next, a higher level of the career ladder (config/codes/level.yaml).
-- The ladder is in the order of the list. Levels before and after must be known, and the person employed without a gap
-- longer than rehire_days; whoever was higher before has not been promoted by getting back there.
-- Grain: one row per municipality, occupation (after, and 'alla'), person and day.
create or replace view event.promotion as
with setting as (
    select cast(max(parameter_value) as integer) as rehire_days
    from meta.parameter
    where parameter_name = 'rehire_days'
),
ladder as (
    select
        code as level_code,
        sort_order as level_no
    from meta.code
    where list_name = 'level'
),
graded as (
    select
        municipality_code,
        person_key,
        occupation_code as group_code,
        is_protected,
        valid_from,
        level_no,
        max(coalesce(valid_to, date '2999-12-31')) over earlier_terms as employed_to,
        max(level_no) over earlier_terms as highest_level_no
    from core.employment
    inner join ladder using (level_code)
    where employment_form_code <> 'timavlonad'
    window earlier_terms as (
        partition by municipality_code, person_key
        order by valid_from, employment_key
        rows between unbounded preceding and 1 preceding
    )
),
promoted as (
    select distinct
        municipality_code,
        group_code,
        is_protected,
        person_key,
        valid_from as promoted_on
    from graded
    cross join setting
    where level_no > highest_level_no and valid_from <= employed_to + rehire_days
)

select
    municipality_code,
    group_code,
    person_key,
    promoted_on
from promoted
where not coalesce(is_protected, false)
union
select
    municipality_code,
    'alla' as group_code,
    person_key,
    promoted_on
from promoted;

comment on view event.promotion is 'Befordringar: någon har kommit till en högre nivå i karriärstegen än förut';
