-- Reports of concern about children and young, per thousand of them.
-- A report about three children counts three times, and a child three times reported too: what comes in, not whom it concerns.
-- A year whose population is not known has no row.
-- Grain: one row per municipality and calendar year.
create or replace view measure.anm_per_1000 as
with reported as (
    select
        municipality_code,
        period_type,
        period_start,
        count(*) as reports,
        count(distinct coalesce(client_key, referral_key)) as children_reported
    from core.referral
    inner join basis.period_month on month = month_of(received_on)
    where referral_type_code = 'orosanmalan' and age_group_code <> '21_plus'
    group by all
)

select
    measure_code,
    municipality_code,
    'alla' as group_code,
    period_type,
    period_start,
    cast(coalesce(reports, 0) as decimal(18, 4)) as numerator,
    cast(ratio(children, 1000) as decimal(18, 4)) as denominator,
    cast(coalesce(children_reported, 0) as integer) as group_size
from period.covered
inner join meta.population using (municipality_code)
left join reported using (municipality_code, period_type, period_start)
where measure_code = 'ANM_PER_1000' and year = year(period_start);

comment on view measure.anm_per_1000 is 'Orosanmälningar per tusen invånare 0–20 år';
