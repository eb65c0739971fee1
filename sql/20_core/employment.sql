-- Employments, each with the terms that held during a time, as known at the as-of date.
-- A person can have several employments, and an employment several rows: count distinct persons, not rows.
-- A row that a newer delivery sends again replaces the older one, even when the newer one covers another time.
-- Grain: one row per employment and time with unchanged terms.
create or replace view core.employment as
with newest_first as (
    select
        *,
        row_number() over (
            partition by municipality_code, employment_key, valid_from
            order by delivery_no desc, line_no desc
        ) as place
    from lake.employment
)

select
    municipality_code,
    employment_key,
    person_key,
    sex_code,
    birth_year,
    valid_from,
    valid_to,
    employment_form_code,
    occupation_code,
    level_code,
    aid_code,
    unit_code,
    manager_employment_key,
    contracted_percent,
    first_employed_on,
    has_degree,
    start_reason_code,
    end_reason_code,
    employment_key in (select protected_key from protected.pseudonym) as is_protected,
    covers_employment_key,
    employment_form_code = 'tillsvidare' as is_permanent,
    missing_reasons,
    delivery_id,
    line_no
from newest_first
where place = 1;

comment on view core.employment is 'Anställningar med de villkor som gällde under en tid, enligt den senaste leveransen';
