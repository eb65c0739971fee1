-- The unbroken times a person has been monthly paid in an occupation, or ('alla') in the municipality.
-- Changed terms, a temporary post made permanent, two posts at once and a new post within rehire_days are one and
-- the same time: counting them apart is how one leaver becomes three. Hourly staff come and go and are left out.
-- Grain: one row per municipality, occupation, person and first day.
create or replace view spell.staff as
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
    where is_monthly_paid
    window earlier_terms as (
        partition by municipality_code, group_code, person_key
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
        partition by municipality_code, group_code, person_key
        order by valid_from, employment_key
        rows between unbounded preceding and current row
    )
),
ranked as (
    select
        *,
        row_number() over from_first as first_no,
        row_number() over from_last as last_no
    from numbered
    window
        from_first as (
            partition by municipality_code, group_code, person_key, spell_no
            order by valid_from, is_permanent desc, employment_key
        ),
        from_last as (
            partition by municipality_code, group_code, person_key, spell_no
            order by valid_to desc, is_permanent desc, employment_key
        )
)

select
    municipality_code,
    group_code,
    person_key,
    min(valid_from) as started_on,
    max(valid_to) as ended_on,
    bool_or(is_permanent) filter (where first_no = 1) as is_started_permanent,
    bool_or(is_permanent) filter (where last_no = 1) as is_ended_permanent,
    max(start_reason_code) filter (where first_no = 1) as start_reason_code,
    max(end_reason_code) filter (where last_no = 1) as end_reason_code
from ranked
group by municipality_code, group_code, person_key, spell_no;

comment on view spell.staff is 'Sammanhängande tid som månadsavlönad i en yrkesgrupp, eller i kommunen (alla), per person';
