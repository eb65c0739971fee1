-- Services that nobody had to be assessed for, of those that were begun.
-- What is not said is not known: a service with neither a word on assessment nor an investigation is on neither side.
-- Grain: one row per municipality and period.
create or replace view measure.ins_utan_prov as
with begun as (
    select
        municipality_code,
        period_type,
        period_start,
        count_if(not coalesce(is_assessed, true)) as unassessed_services,
        count(*) as services,
        count(distinct coalesce(client_key, intervention_key)) as clients
    from core.service
    inner join basis.period_month on month = month_of(started_on)
    where is_assessed is not null or investigation_key is not null
    group by all
)

select
    measure_code,
    municipality_code,
    'alla' as group_code,
    period_type,
    period_start,
    cast(coalesce(unassessed_services, 0) as decimal(18, 4)) as numerator,
    cast(coalesce(services, 0) as decimal(18, 4)) as denominator,
    cast(coalesce(clients, 0) as integer) as group_size
from period.covered
left join begun using (municipality_code, period_type, period_start)
where measure_code = 'INS_UTAN_PROV';

comment on view measure.ins_utan_prov is 'Andel av de insatser som börjat som ges utan behovsprövning';
