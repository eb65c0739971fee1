-- The pseudonyms of those with a protected identity: of the persons, and of the employments and cases that are theirs.
-- Flagged in any row in use is protected in all of them: one system knows of it before another, and older rows never do. A row
-- without a personal number leads to the person by its employment or case. Staff and clients are never linked, so
-- somebody who is both has to be flagged as both.
-- Grain: one row per municipality and pseudonym.
create or replace view protected.pseudonym as
with tie as (
    select municipality_code, person_key, employment_key as thing_key, is_protected
    from lake.employment
    union all
    select municipality_code, client_key as person_key, referral_key as thing_key, is_protected
    from lake.referral
    union all
    select municipality_code, client_key as person_key, investigation_key as thing_key, is_protected
    from lake.investigation
    union all
    select municipality_code, client_key as person_key, referral_key as thing_key, is_protected
    from lake.investigation
    where referral_key is not null
    union all
    select municipality_code, client_key as person_key, placement_key as thing_key, is_protected
    from lake.placement
    union all
    select municipality_code, client_key as person_key, intervention_key as thing_key, is_protected
    from lake.service
    union all
    select municipality_code, client_key as person_key, investigation_key as thing_key, is_protected
    from lake.service
    where investigation_key is not null
),

flagged_thing as (
    select distinct thing_key
    from tie
    where is_protected
),

person as (
    select distinct
        municipality_code,
        person_key
    from tie
    where person_key is not null
        and (is_protected or thing_key in (select thing_key from flagged_thing))
)

select
    municipality_code,
    person_key as protected_key
from person
union
select
    municipality_code,
    thing_key as protected_key
from tie
where thing_key in (select thing_key from flagged_thing)
    or person_key in (select person_key from person);

comment on view protected.pseudonym is 'Pseudonymer för personer med skyddade personuppgifter, deras anställningar och ärenden; tom i analytikernas fil';
