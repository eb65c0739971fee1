-- Full-time basic pay on the last day of November, of each person once: by sex and time employed.
-- How: event.november_pay.
-- Grain: one row per calendar year, group and person with pay.
create or replace view counted.pay as
with kind as (
    select *
    from (
        values
        ('kvinna_under_2', 'Kvinna, anställd kortare tid än två år'),
        ('kvinna_2_9', 'Kvinna, anställd två till nio hela år'),
        ('kvinna_over_10', 'Kvinna, anställd tio hela år eller mer'),
        ('man_under_2', 'Man, anställd kortare tid än två år'),
        ('man_2_9', 'Man, anställd två till nio hela år'),
        ('man_over_10', 'Man, anställd tio hela år eller mer'),
        ('okand_under_2', 'Kön inte känt, anställd kortare tid än två år'),
        ('okand_2_9', 'Kön inte känt, anställd två till nio hela år'),
        ('okand_over_10', 'Kön inte känt, anställd tio hela år eller mer')
    ) as listed (kind_code, kind_label)
),
grouped as (
    select
        *,
        concat_ws('_', coalesce(sex_code, 'okand'), time_code) as kind_code
    from event.november_pay
)

select
    municipality_code,
    group_code,
    period_type,
    period_start,
    kind_code,
    kind_label,
    paid_on as counted_on,
    person_key as subject_key,
    cast(full_time_monthly_sek as decimal(18, 6)) as quantity,
    1 as month_ends,
    'salary' as dataset,
    employment_key as row_key
from grouped
inner join kind using (kind_code);

comment on view counted.pay is 'Löner den sista november, rad för rad';
