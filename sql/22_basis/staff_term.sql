-- The terms on which somebody is employed, under every group they belong to (core.staff_group) and under 'alla'.
-- Age and time employed change while terms last: such rows end where the next group begins, and leaving a group by growing
-- older is no exit. Somebody with a protected identity is under 'alla' only; occupation_code is there in either case, for
-- figures of the whole municipality that are about some occupations.
-- Terms are ended by the next terms of the same employment: systems that deliver only what changed leave the old
-- row open. Terms without an end get the last day of 2999, so that days can be compared.
-- Grain: one row per employment, first day of the terms and group ('alla' beside the others).
create or replace view basis.staff_term as
with term as (
    select
        municipality_code,
        person_key,
        employment_key,
        valid_from,
        least(
            coalesce(valid_to, date '2999-12-31'),
            coalesce(lead(valid_from) over next_terms - 1, date '2999-12-31')
        ) as valid_to,
        min(least(coalesce(first_employed_on, valid_from), valid_from)) over person as employed_since_on,
        sex_code,
        birth_year,
        occupation_code,
        level_code,
        unit_code,
        manager_employment_key,
        covers_employment_key,
        is_permanent,
        employment_form_code <> 'timavlonad' as is_monthly_paid,
        contracted_percent,
        start_reason_code,
        end_reason_code
    from core.employment
    window
        next_terms as (partition by municipality_code, employment_key order by valid_from),
        person as (partition by municipality_code, person_key)
),
shown as (
    select *
    from term
    where employment_key not in (select protected_key from protected.pseudonym)
),
age_band as (
    select *
    from (
        values
        ('alder_29', 0, 30),
        ('alder_30_49', 30, 50),
        ('alder_50', 50, 200)
    ) as band (group_code, from_years, to_years)
),
tenure_band as (
    select *
    from (
        values
        ('tid_under_1', 0, 12),
        ('tid_1_2', 12, 36),
        ('tid_3_5', 36, 72),
        ('tid_over_5', 72, 2400)
    ) as band (group_code, from_months, to_months)
),
grouped as (
    select
        'alla' as group_code,
        term.*
    from term
    union all
    select
        occupation_code as group_code,
        shown.*
    from shown
    union all
    select
        concat_ws('_', 'kon', coalesce(sex_code, 'okand')) as group_code,
        shown.*
    from shown
    union all
    select
        concat_ws('_', 'niva', coalesce(level_code, 'okand')) as group_code,
        shown.*
    from shown
    union all
    select
        concat_ws('_', 'enhet', coalesce(unit_code, 'okand')) as group_code,
        shown.*
    from shown
    union all
    select
        'alder_okand' as group_code,
        shown.*
    from shown
    where birth_year is null
),
aged as (
    select
        group_code,
        municipality_code,
        employment_key,
        valid_from,
        greatest(valid_from, make_date(birth_year + from_years, 1, 1)) as from_on,
        least(valid_to, make_date(birth_year + to_years - 1, 12, 31)) as to_on
    from shown
    cross join age_band
    where birth_year is not null
    union all
    select
        concat_ws('_', 'kon', sex_code, group_code) as group_code,
        municipality_code,
        employment_key,
        valid_from,
        greatest(valid_from, make_date(birth_year + from_years, 1, 1)) as from_on,
        least(valid_to, make_date(birth_year + to_years - 1, 12, 31)) as to_on
    from shown
    cross join age_band
    where birth_year is not null and sex_code is not null
    union all
    select
        group_code,
        municipality_code,
        employment_key,
        valid_from,
        greatest(valid_from, plus_months(employed_since_on, from_months)) as from_on,
        least(valid_to, plus_months(employed_since_on, to_months) - 1) as to_on
    from shown
    cross join tenure_band
)

select
    municipality_code,
    group_code,
    person_key,
    employment_key,
    valid_from,
    valid_to,
    employed_since_on,
    sex_code,
    birth_year,
    occupation_code,
    level_code,
    unit_code,
    manager_employment_key,
    covers_employment_key,
    is_permanent,
    is_monthly_paid,
    contracted_percent,
    start_reason_code,
    end_reason_code
from grouped
union all
select
    municipality_code,
    group_code,
    person_key,
    employment_key,
    from_on as valid_from,
    to_on as valid_to,
    employed_since_on,
    sex_code,
    birth_year,
    occupation_code,
    level_code,
    unit_code,
    manager_employment_key,
    covers_employment_key,
    is_permanent,
    is_monthly_paid,
    contracted_percent,
    start_reason_code,
    end_reason_code
from aged
inner join shown using (municipality_code, employment_key, valid_from)
where from_on <= to_on;

comment on view basis.staff_term is 'Anställningsvillkor i kraft, per anställning och tid, för varje grupp den anställde hör till och en gång till för alla; skyddade personuppgifter bara för alla';
comment on column basis.staff_term.employed_since_on is 'Dagen personen först anställdes i kommunen';
