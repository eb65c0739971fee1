-- Ordinary hours, and what was worked and learned besides, of those with ordinary time in the month.
-- Ordinary hours of those whose overtime is delivered are a kind of their own: overtime is held against them alone. Training is in
-- days of eight hours. A flexitime balance is no hours of the month.
-- Grain: one row per period, group, employment, month and kind.
create or replace view counted.work_time as
with kind as (
    select *
    from (
        values
        ('ordinary_extra_known', 'Ordinarie timmar, övertid eller mertid levererad'),
        ('ordinary_extra_unknown', 'Ordinarie timmar, övertid och mertid inte levererade'),
        ('extra', 'Övertid och mertid'),
        ('supervision', 'Handledning'),
        ('training', 'Kompetensutveckling i dagar'),
        ('flex_high', 'Flexsaldo över gränsen'),
        ('flex_low', 'Flexsaldo till och med gränsen')
    ) as listed (kind_code, kind_label)
),
setting as (
    select cast(max(parameter_value) as integer) as high_flex_hours
    from meta.parameter
    where parameter_name = 'high_flex_hours'
),
told as (
    select
        work_month.*,
        kind_code,
        kind_label,
        case
            when kind_code = 'ordinary_extra_known' and coalesce(overtime_hours, additional_hours) is not null
                then ordinary_hours
            when kind_code = 'ordinary_extra_unknown' and coalesce(overtime_hours, additional_hours) is null
                then ordinary_hours
            when kind_code = 'extra' and coalesce(overtime_hours, additional_hours) is not null
                then coalesce(overtime_hours, 0) + coalesce(additional_hours, 0)
            when kind_code = 'supervision' and occupation_code in ('socialsekreterare', 'bistandshandlaggare')
                then supervision_hours
            when kind_code = 'training' then dec6(ratio(training_hours, 8))
            when kind_code = 'flex_high' and flex_balance_hours > high_flex_hours then flex_balance_hours
            when kind_code = 'flex_low' and flex_balance_hours <= high_flex_hours then flex_balance_hours
        end as quantity
    from spell.work_month as work_month
    cross join setting
    cross join kind
),
split as (
    select *
    from (
        values ('alla'), ('yrke'), ('kon'), ('alder'), ('niva'), ('tid'), ('enhet')
    ) as listed (split_code)
),
grouped as (
    select
        *,
        case
            when split_code = 'alla' then 'alla'
            when split_code = 'yrke' then occupation_group
            when split_code = 'kon' then sex_group
            when split_code = 'alder' then age_group
            when split_code = 'niva' then level_group
            when split_code = 'tid' then tenure_group
            else unit_group
        end as group_code
    from told
    cross join split
    where quantity is not null
)

select
    municipality_code,
    group_code,
    period_type,
    period_start,
    kind_code,
    kind_label,
    month as counted_on,
    person_key as subject_key,
    cast(quantity as decimal(18, 6)) as quantity,
    1 as month_ends,
    'work_time' as dataset,
    employment_key as row_key
from grouped
inner join basis.period_month using (month)
where group_code is not null;

comment on view counted.work_time is 'Ordinarie timmar, övertid, handledning, kompetensutveckling och flexsaldon, rad för rad';
