-- What the monthly paid staff is made of on the last day of the month, in persons and full-time equivalents.
-- Part-time is counted as such; a degree of employment that is not given counts as full time. Handlers are social and
-- care-needs officers. Time employed is in the municipality, in whole years: it is not experience of the occupation,
-- which nobody delivers. Persons first and then their number: a count of different ones is held in memory whole.
-- Grain: one row per municipality, occupation and month with anyone monthly paid.
create or replace view monthly.staff_structure as
with employed as (
    select
        municipality_code,
        group_code,
        month,
        month_end,
        person_key,
        occupation_code,
        is_permanent,
        coalesce(contracted_percent, 100) as contracted_percent,
        employed_since_on
    from basis.staff_term
    inner join core.month on month_end between valid_from and valid_to
    where is_monthly_paid
),
aged as (
    select
        *,
        case
            when plus_months(employed_since_on, 12) > month_end then 'under_1'
            when plus_months(employed_since_on, 36) > month_end then '1_2'
            when plus_months(employed_since_on, 72) > month_end then '3_5'
            else 'over_5'
        end as tenure_code
    from employed
),
person as (
    select
        municipality_code,
        group_code,
        month,
        person_key,
        bool_or(is_permanent) as is_permanent,
        bool_or(occupation_code in ('socialsekreterare', 'bistandshandlaggare')) as is_handler,
        sum(contracted_percent) as all_percent,
        sum(contracted_percent) filter (where occupation_code = 'administrator') as administrator_percent,
        sum(contracted_percent) filter (where occupation_code in ('socialsekreterare', 'bistandshandlaggare'))
            as handler_percent,
        sum(contracted_percent) filter (where tenure_code = 'under_1') as percent_under_1,
        sum(contracted_percent) filter (where tenure_code = '1_2') as percent_1_2,
        sum(contracted_percent) filter (where tenure_code = '3_5') as percent_3_5,
        sum(contracted_percent) filter (where tenure_code = 'over_5') as percent_over_5
    from aged
    group by all
)

select
    municipality_code,
    group_code,
    month,
    cast(count(person_key) as integer) as persons,
    cast(count(person_key) filter (where is_permanent) as integer) as permanent_persons,
    cast(dec6(ratio(sum(all_percent), 100)) as decimal(18, 4)) as fte,
    cast(dec6(coalesce(ratio(sum(administrator_percent), 100), 0)) as decimal(18, 4)) as administrator_fte,
    cast(dec6(coalesce(ratio(sum(handler_percent), 100), 0)) as decimal(18, 4)) as handler_fte,
    cast(count(person_key) filter (where is_handler) as integer) as handlers,
    cast(dec6(coalesce(ratio(sum(percent_under_1), 100), 0)) as decimal(18, 4)) as fte_under_1,
    cast(dec6(coalesce(ratio(sum(percent_1_2), 100), 0)) as decimal(18, 4)) as fte_1_2,
    cast(dec6(coalesce(ratio(sum(percent_3_5), 100), 0)) as decimal(18, 4)) as fte_3_5,
    cast(dec6(coalesce(ratio(sum(percent_over_5), 100), 0)) as decimal(18, 4)) as fte_over_5
from person
group by all;

comment on view monthly.staff_structure is 'Månadsavlönade vid månadens slut: personer, tillsvidareanställda och årsarbetare efter anställningstid i kommunen';
comment on column monthly.staff_structure.fte is 'Årsarbetare efter sysselsättningsgrad';
comment on column monthly.staff_structure.fte_under_1 is 'Årsarbetare med mindre än ett års anställning i kommunen';
comment on column monthly.staff_structure.fte_1_2 is 'Årsarbetare med ett eller två hela år';
comment on column monthly.staff_structure.fte_3_5 is 'Årsarbetare med tre till fem hela år';
comment on column monthly.staff_structure.fte_over_5 is 'Årsarbetare med sex hela år eller mer';
comment on column monthly.staff_structure.administrator_fte is 'Årsarbetare administratörer';
comment on column monthly.staff_structure.handler_fte is 'Årsarbetare socialsekreterare och biståndshandläggare';
comment on column monthly.staff_structure.handlers is 'Antal socialsekreterare och biståndshandläggare';
