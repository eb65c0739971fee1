-- The unbroken times a person has been monthly paid in a unit, within an occupation or ('alla') whatever the work.
-- Where the unit is not known nobody can be seen to leave it: such terms are left out.
-- Grain: one row per municipality, occupation, person, unit and first day.
create or replace view spell.unit as
with setting as (
    select cast(max(parameter_value) as integer) as rehire_days
    from meta.parameter
    where parameter_name = 'rehire_days'
),
earlier as (
    select
        *,
        max(valid_to) over earlier_terms as employed_to
    from basis.staff_term
    where is_monthly_paid and unit_code is not null
    window earlier_terms as (
        partition by municipality_code, group_code, person_key, unit_code
        order by valid_from, employment_key
        rows between unbounded preceding and 1 preceding
    )
),
numbered as (
    select
        earlier.*,
        sum(case when valid_from <= employed_to + rehire_days then 0 else 1 end) over so_far as spell_no
    from earlier
    cross join setting
    window so_far as (
        partition by municipality_code, group_code, person_key, unit_code
        order by valid_from, employment_key
        rows between unbounded preceding and current row
    )
),
ranked as (
    select
        *,
        row_number() over from_last as last_no
    from numbered
    window from_last as (
        partition by municipality_code, group_code, person_key, unit_code, spell_no
        order by valid_to desc, is_permanent desc, employment_key
    )
)

select
    municipality_code,
    group_code,
    person_key,
    unit_code,
    min(valid_from) as started_on,
    max(valid_to) as ended_on,
    bool_or(is_permanent) filter (where last_no = 1) as is_ended_permanent
from ranked
group by municipality_code, group_code, person_key, unit_code, spell_no;

comment on view spell.unit is 'Sammanhängande tid som månadsavlönad på en enhet, per person och yrkesgrupp';
