-- Those there to take cases at the month's end: social and care-needs officers not on a long full-time absence.
-- Part-time is counted as such; a degree of employment that is not given counts as full time.
-- Grain: one row per municipality, group and month.
create or replace view monthly.handler as
with away as (
    select
        municipality_code,
        employment_key,
        month
    from spell.full_absence
    inner join core.month on month_end between started_on and ended_on
),
handler as (
    select
        municipality_code,
        group_code,
        employment_key,
        month,
        person_key,
        coalesce(contracted_percent, 100) as contracted_percent
    from basis.staff_term
    inner join core.month on month_end between valid_from and valid_to
    where is_monthly_paid
        and occupation_code in ('socialsekreterare', 'bistandshandlaggare')
)

select
    municipality_code,
    group_code,
    month,
    cast(count(distinct person_key) as integer) as present_persons,
    cast(dec6(ratio(sum(contracted_percent), 100)) as decimal(18, 4)) as present_fte
from handler
left join away using (municipality_code, employment_key, month)
where away.employment_key is null
group by all;

comment on view monthly.handler is 'Handläggare i tjänst vid månadens slut (socialsekreterare och biståndshandläggare), personer och årsarbetare';
