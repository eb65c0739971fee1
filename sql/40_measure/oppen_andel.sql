-- Open care of what was begun: services in open care, of them and placements.
-- A placement is one service however many homes it comes to be in. Other services are on neither side.
-- Grain: one row per municipality and period.
create or replace view measure.oppen_andel as
with begun as (
    select
        municipality_code,
        period_type,
        period_start,
        count_if(service_type_code <> 'placering') as open_services,
        count(*) as services,
        count(distinct coalesce(client_key, intervention_key)) as clients
    from core.service
    inner join basis.period_month on month = month_of(started_on)
    where service_type_code in ('oppenvard', 'kontaktperson', 'kontaktfamilj', 'placering')
    group by all
)

select
    measure_code,
    municipality_code,
    'alla' as group_code,
    period_type,
    period_start,
    cast(coalesce(open_services, 0) as decimal(18, 4)) as numerator,
    cast(coalesce(services, 0) as decimal(18, 4)) as denominator,
    cast(coalesce(clients, 0) as integer) as group_size
from period.covered
left join begun using (municipality_code, period_type, period_start)
where measure_code = 'OPPEN_ANDEL';

comment on view measure.oppen_andel is 'Öppna insatser som börjat, andel av dem och placeringar';
