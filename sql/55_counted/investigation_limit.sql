-- Investigations whose four months ended in the period, and whether they were finished or lawfully extended by then.
-- How: monthly.investigation_limit.
-- Grain: one row per period and investigation.
create or replace view counted.investigation_limit as
with kind as (
    select *
    from (
        values
        ('finished', 'Klar inom fyra månader'),
        ('extended', 'Lagligen förlängd'),
        ('late', 'Inte klar i tid')
    ) as listed (kind_code, kind_label)
),
delivered as (
    select
        municipality_code,
        last_day(max(month)) as delivered_to
    from core.coverage
    where dataset = 'investigation'
    group by all
),
investigation as (
    select
        municipality_code,
        investigation_key,
        limit_on,
        case
            when ended_on <= limit_on then 'finished'
            when coalesce(ended_on, delivered_to) <= extended_to then 'extended'
            else 'late'
        end as kind_code
    from basis.investigation_limit
    inner join delivered using (municipality_code)
)

select
    municipality_code,
    'alla' as group_code,
    period_type,
    period_start,
    kind_code,
    kind_label,
    limit_on as counted_on,
    investigation_key as subject_key,
    cast(1 as decimal(18, 6)) as quantity,
    1 as month_ends,
    'investigation' as dataset,
    investigation_key as row_key
from investigation
inner join kind using (kind_code)
inner join basis.period_month on month = month_of(limit_on);

comment on view counted.investigation_limit is 'Utredningar vars fyramånadersgräns inföll i perioden, rad för rad';
