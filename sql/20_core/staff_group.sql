-- The groups that a municipality's figures are split by: one split at a time, each a division of all staff; units of all cases too.
-- split_code tells by what: alla (no split), yrke (occupation), kon (sex), alder (age at the end of the year, as the law
-- divides it), niva (level of the career ladder), tid (whole years employed in the municipality), enhet (unit). Whose
-- sex, age, level or unit is not known is a group too, so that the groups make the whole.
-- kon_alder, sex and age together, is what figures are standardised by, of those whose both are known; it is never shown.
-- Units are the municipality's own: the same code in two of them is not the same unit. They are in Swedish order, in which å, ä
-- and ö come after z.
-- Only municipalities that have sent anything have groups. A unit of nobody but protected identities is none.
-- Grain: one row per municipality and group.
create or replace view core.staff_group as
with listed as (
    select
        'alla' as split_code,
        'alla' as group_code,
        'Alla' as group_label,
        0 as sort_order
    union all
    select
        'yrke' as split_code,
        code as group_code,
        label as group_label,
        100 + sort_order as sort_order
    from meta.code
    where list_name = 'occupation'
    union all
    select
        'kon' as split_code,
        concat_ws('_', 'kon', code) as group_code,
        label as group_label,
        200 + sort_order as sort_order
    from meta.code
    where list_name = 'sex'
    union all
    select
        'niva' as split_code,
        concat_ws('_', 'niva', code) as group_code,
        label as group_label,
        400 + sort_order as sort_order
    from meta.code
    where list_name = 'level'
    union all
    select
        'kon_alder' as split_code,
        concat_ws('_', 'kon', code, age_group) as group_code,
        concat_ws(' ', label, age_label) as group_label,
        700 + sort_order as sort_order
    from meta.code
    cross join (
        values
        ('alder_29', 'högst 29 år'),
        ('alder_30_49', '30–49 år'),
        ('alder_50', '50 år eller äldre')
    ) as age (age_group, age_label)
    where list_name = 'sex'
    union all
    select
        split_code,
        group_code,
        group_label,
        sort_order
    from (
        values
        ('kon', 'kon_okand', 'Kön inte känt', 299),
        ('alder', 'alder_29', 'Högst 29 år', 300),
        ('alder', 'alder_30_49', '30–49 år', 301),
        ('alder', 'alder_50', '50 år eller äldre', 302),
        ('alder', 'alder_okand', 'Ålder inte känd', 399),
        ('niva', 'niva_okand', 'Nivå inte känd', 499),
        ('tid', 'tid_under_1', 'Anställd kortare tid än ett år', 500),
        ('tid', 'tid_1_2', 'Anställd ett eller två hela år', 501),
        ('tid', 'tid_3_5', 'Anställd tre till fem hela år', 502),
        ('tid', 'tid_over_5', 'Anställd sex hela år eller mer', 503),
        ('enhet', 'enhet_okand', 'Enhet inte känd', 9999)
    ) as fixed (split_code, group_code, group_label, sort_order)
),
used as (
    select
        municipality_code,
        unit_code
    from lake.employment
    where unit_code is not null and employment_key not in (select protected_key from protected.pseudonym)
    union
    select
        municipality_code,
        unit_code
    from lake.position
    where unit_code is not null
    union
    select
        municipality_code,
        unit_code
    from lake.referral
    where unit_code is not null and referral_key not in (select protected_key from protected.pseudonym)
    union
    select
        municipality_code,
        unit_code
    from lake.investigation
    where unit_code is not null and investigation_key not in (select protected_key from protected.pseudonym)
),
named as (
    select
        municipality_code,
        unit_code,
        max_by(unit_name, valid_from) as unit_name
    from lake.unit
    group by municipality_code, unit_code
)

select
    municipality_code,
    split_code,
    group_code,
    group_label,
    listed.sort_order
from meta.municipality
cross join listed
where municipality_code in (select municipality_code from meta.delivery)
union all
select
    used.municipality_code,
    'enhet' as split_code,
    concat_ws('_', 'enhet', used.unit_code) as group_code,
    coalesce(unit_name, used.unit_code) as group_label,
    1000 + cast(
        row_number() over (
            partition by used.municipality_code
            order by translate(lower(coalesce(unit_name, used.unit_code)), 'åäö', '{|}'), used.unit_code
        ) as int
    ) as sort_order
from used
left join named using (municipality_code, unit_code);

comment on view core.staff_group is 'Grupper som kommunens mått delas upp på';
comment on column core.staff_group.split_code is 'alla, yrke, kon, alder, niva, tid, enhet eller kon_alder';
