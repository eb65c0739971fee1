-- Placements with the days on which care was given: from the first day through the last but one.
-- The first day is counted and the last is not, so that a child moved from one home to another is in one of them.
-- A placement without an end runs through the last delivered day. Homes are those of family kind: family homes, homes of
-- relatives, emergency homes and supported housing.
-- Grain: one row per placement with a day of care.
create or replace view basis.care_time as
with delivered as (
    select
        municipality_code,
        last_day(max(month)) as delivered_to
    from core.coverage
    where dataset = 'placement'
    group by all
),
placement as (
    select
        municipality_code,
        client_key,
        age_group_code,
        provision_code,
        placement_form_code in (
            'familjehem_eget',
            'familjehem_konsulent',
            'natverkshem',
            'jourhem_eget',
            'jourhem_konsulent',
            'stodboende_eget',
            'stodboende_kopt'
        ) as is_home,
        placement_form_code in ('familjehem_eget', 'natverkshem', 'jourhem_eget', 'stodboende_eget') as is_own_home,
        day_price_sek,
        started_on,
        least(coalesce(ended_on - 1, delivered_to), delivered_to) as last_care_on
    from core.placement
    inner join delivered using (municipality_code)
)

select *
from placement
where started_on <= last_care_on;

comment on view basis.care_time is 'Placeringar med första och sista vårddygnet';
