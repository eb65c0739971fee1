-- Investigations that changed hands: those ended in the period with more than one handler responsible in turn.
-- Grain: one row per municipality and period of twelve months.
create or replace view measure.hb_byte as
with handled as (
    select
        investigation.municipality_code,
        investigation.investigation_key,
        month_of(investigation.ended_on) as month,
        count(distinct handler.handler_key) as handlers
    from core.investigation as investigation
    inner join event.handler_of_client as handler
        on handler.municipality_code = investigation.municipality_code
        and handler.case_type_code = 'utredning'
        and handler.case_key = investigation.investigation_key
    where investigation.ended_on is not null
    group by all
),

summed as (
    select
        municipality_code,
        period_type,
        period_start,
        count(*) as investigations,
        count(*) filter (where handlers > 1) as changed
    from handled
    inner join basis.period_month using (month)
    group by all
)

select
    measure_code,
    municipality_code,
    'alla' as group_code,
    period_type,
    period_start,
    cast(coalesce(changed, 0) as decimal(18, 4)) as numerator,
    cast(coalesce(investigations, 0) as decimal(18, 4)) as denominator,
    cast(coalesce(investigations, 0) as integer) as group_size
from period.covered
left join summed using (municipality_code, period_type, period_start)
where measure_code = 'HB_BYTE';

comment on view measure.hb_byte is 'Andel avslutade utredningar som bytt ansvarig handläggare';
