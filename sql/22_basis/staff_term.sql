-- The terms on which somebody is employed, under the person's occupation and once more under 'alla'.
-- Somebody with a protected identity is under 'alla' only. held_occupation_code is the occupation in either case, for
-- figures of the whole municipality that are about some occupations.
-- Terms are ended by the next terms of the same employment: systems that deliver only what changed leave the old
-- row open. Terms without an end get the last day of 2999, so that days can be compared.
-- Grain: one row per employment, first day of the terms and occupation ('alla' beside the occupation itself).
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
        occupation_code as held_occupation_code,
        unit_code,
        is_permanent,
        employment_form_code <> 'timavlonad' as is_monthly_paid,
        contracted_percent,
        start_reason_code,
        end_reason_code
    from core.employment
    window next_terms as (partition by municipality_code, employment_key order by valid_from)
)

select
    municipality_code,
    held_occupation_code as occupation_code,
    held_occupation_code,
    person_key,
    employment_key,
    valid_from,
    valid_to,
    unit_code,
    is_permanent,
    is_monthly_paid,
    contracted_percent,
    start_reason_code,
    end_reason_code
from term
where employment_key not in (select protected_key from protected.pseudonym)
union all
select
    municipality_code,
    'alla' as occupation_code,
    held_occupation_code,
    person_key,
    employment_key,
    valid_from,
    valid_to,
    unit_code,
    is_permanent,
    is_monthly_paid,
    contracted_percent,
    start_reason_code,
    end_reason_code
from term;

comment on view basis.staff_term is 'Anställningsvillkor i kraft, per anställning och tid, för yrkesgruppen och en gång till för alla; skyddade personuppgifter bara för alla';
