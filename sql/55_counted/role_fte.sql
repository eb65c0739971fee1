-- Full-time equivalents of the monthly paid at month ends, by what they do for the cases, and whether they are there.
-- A handler on a long full-time absence has work, and none of the cases: kept apart.
-- Grain: one row per period, group, month end and terms of an employment.
create or replace view counted.role_fte as
with kind as (
    select *
    from (
        values
        ('handler_present', 'Handläggare i tjänst'),
        ('handler_away', 'Handläggare, frånvarande på heltid i minst 30 dagar'),
        ('administrator', 'Administratör'),
        ('other', 'Annat yrke')
    ) as listed (kind_code, kind_label)
),
employed as (
    select
        term.municipality_code,
        term.group_code,
        month,
        month_end,
        term.person_key,
        term.employment_key,
        coalesce(contracted_percent, 100) as contracted_percent,
        case
            when occupation_code = 'administrator' then 'administrator'
            when occupation_code not in ('socialsekreterare', 'bistandshandlaggare') then 'other'
            when away.employment_key is null then 'handler_present'
            else 'handler_away'
        end as kind_code
    from basis.staff_term as term
    inner join core.month on month_end between valid_from and valid_to
    left join spell.full_absence as away
        on away.municipality_code = term.municipality_code
        and away.employment_key = term.employment_key
        and month_end between away.started_on and away.ended_on
    where is_monthly_paid
)

select
    municipality_code,
    group_code,
    period_type,
    period_start,
    kind_code,
    kind_label,
    month_end as counted_on,
    person_key as subject_key,
    cast(dec6(ratio(contracted_percent, 100)) as decimal(18, 6)) as quantity,
    months as month_ends,
    'employment' as dataset,
    employment_key as row_key
from employed
inner join kind using (kind_code)
inner join basis.period_month using (month);

comment on view counted.role_fte is 'Årsarbetare vid månadsslut efter uppgift, rad för rad';
