-- The times a person has been monthly paid in the municipality without a single day's gap.
-- Stricter than spell.staff: "employed the whole year" allows no gap, however short.
-- Grain: one row per municipality, person and first day.
create or replace view spell.unbroken_employment as
with earlier as (
    select
        *,
        max(valid_to) over earlier_terms as employed_to
    from basis.staff_term
    where is_monthly_paid and group_code = 'alla'
    window earlier_terms as (
        partition by municipality_code, person_key
        order by valid_from, employment_key
        rows between unbounded preceding and 1 preceding
    )
),
numbered as (
    select
        *,
        sum(case when valid_from <= employed_to + 1 then 0 else 1 end) over so_far as spell_no
    from earlier
    window so_far as (
        partition by municipality_code, person_key
        order by valid_from, employment_key
        rows between unbounded preceding and current row
    )
)

select
    municipality_code,
    person_key,
    min(valid_from) as started_on,
    max(valid_to) as ended_on
from numbered
group by municipality_code, person_key, spell_no;

comment on view spell.unbroken_employment is 'Tid som månadsavlönad i kommunen utan en dags avbrott, per person';
