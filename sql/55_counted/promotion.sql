-- Promotions to a higher level of the career ladder, with the terms that began with it.
-- Grain: one row per period of twelve months, group and promotion.
create or replace view counted.promotion as
with promoted as (
    select
        promotion.municipality_code,
        promotion.group_code,
        promotion.person_key,
        promoted_on,
        employment_key,
        row_number() over (
            partition by promotion.municipality_code, promotion.group_code, promotion.person_key, promoted_on
            order by employment_key
        ) as place
    from event.promotion as promotion
    inner join core.employment as term
        on term.municipality_code = promotion.municipality_code
        and term.person_key = promotion.person_key
        and term.valid_from = promotion.promoted_on
)

select
    municipality_code,
    group_code,
    period_type,
    period_start,
    'promotion' as kind_code,
    'Befordran till en högre nivå' as kind_label,
    promoted_on as counted_on,
    person_key as subject_key,
    cast(1 as decimal(18, 6)) as quantity,
    1 as month_ends,
    'employment' as dataset,
    employment_key as row_key
from promoted
inner join basis.period_month on month = month_of(promoted_on)
where place = 1 and period_type in ('rolling_12', 'year');

comment on view counted.promotion is 'Befordringar, rad för rad';
