-- Permanent staff on the day of the first snapshot, and what had become of them on the day of the second a year later.
-- The row told is that of the first day. Who has left the occupation for one that does not deliver here, or was taken over with the
-- work, has not left: period.snapshot tells how that is seen.
-- Grain: one row per calendar year, group and person.
create or replace view counted.snapshot_staff as
with kind as (
    select *
    from (
        values
        ('stayed', 'Kvar i yrkesgruppen vid årets mätdag'),
        ('left_occupation', 'Lämnat yrkesgruppen, kvar i kommunen'),
        ('left_municipality', 'Lämnat kommunen, utan att ha lämnat yrkesgruppen'),
        ('left_both', 'Lämnat kommunen och yrkesgruppen')
    ) as listed (kind_code, kind_label)
),
setting as (
    select cast(max(parameter_value) as integer) as snapshot_month
    from meta.parameter
    where parameter_name = 'turnover_snapshot_month'
),
day as (
    select distinct
        period_start,
        last_day(plus_months(period_start, snapshot_month - 13)) as before_on,
        last_day(plus_months(period_start, snapshot_month - 1)) as after_on
    from basis.period_month
    cross join setting
    where period_type = 'year'
),
permanent as (
    select
        municipality_code,
        group_code,
        person_key,
        period_start,
        before_on,
        after_on,
        min(case when before_on between valid_from and valid_to then employment_key end) as employment_key,
        bool_or(before_on between valid_from and valid_to) as is_before,
        bool_or(after_on between valid_from and valid_to) as is_after
    from basis.staff_term
    inner join day on valid_from <= after_on and valid_to >= before_on
    where is_permanent
    group by all
),
ended as (
    select
        municipality_code,
        group_code,
        person_key,
        period_start,
        max_by(end_reason_code, ended_on) as end_reason_code
    from spell.staff
    inner join day on ended_on >= before_on and ended_on < after_on
    group by all
),
fate as (
    select
        permanent.municipality_code,
        permanent.group_code,
        permanent.person_key,
        permanent.period_start,
        permanent.before_on,
        permanent.employment_key,
        not coalesce(in_municipality.is_after, false)
            and coalesce(left_municipality.end_reason_code, '')
                not in ('intern_yrke', 'intern_enhet', 'overgang_verksamhet') as has_left_municipality,
        not permanent.is_after
            and coalesce(left_occupation.end_reason_code, '')
                not in ('intern_enhet', 'overgang_verksamhet') as has_left_occupation
    from permanent
    left join permanent as in_municipality
        on in_municipality.municipality_code = permanent.municipality_code
        and in_municipality.person_key = permanent.person_key
        and in_municipality.period_start = permanent.period_start
        and in_municipality.group_code = 'alla'
    left join ended as left_municipality
        on left_municipality.municipality_code = permanent.municipality_code
        and left_municipality.person_key = permanent.person_key
        and left_municipality.period_start = permanent.period_start
        and left_municipality.group_code = 'alla'
    left join ended as left_occupation
        on left_occupation.municipality_code = permanent.municipality_code
        and left_occupation.person_key = permanent.person_key
        and left_occupation.period_start = permanent.period_start
        and left_occupation.group_code = permanent.group_code
    where permanent.is_before
),
sorted as (
    select
        *,
        case
            when has_left_municipality and has_left_occupation then 'left_both'
            when has_left_municipality then 'left_municipality'
            when has_left_occupation then 'left_occupation'
            else 'stayed'
        end as kind_code
    from fate
)

select
    municipality_code,
    group_code,
    'year' as period_type,
    period_start,
    kind_code,
    kind_label,
    before_on as counted_on,
    person_key as subject_key,
    cast(1 as decimal(18, 6)) as quantity,
    1 as month_ends,
    'employment' as dataset,
    employment_key as row_key
from sorted
inner join kind using (kind_code);

comment on view counted.snapshot_staff is 'Tillsvidareanställda vid mätdagen året före och var de är ett år senare, rad för rad';
