-- Investigations ended in the period, with one handler responsible or several in turn.
-- Those that nobody was responsible for are in neither.
-- Grain: one row per period of twelve months and investigation.
create or replace view counted.ended_investigation as
with handled as (
    select
        investigation.municipality_code,
        investigation.investigation_key,
        investigation.ended_on,
        count(distinct handler.handler_key) as handlers
    from core.investigation as investigation
    inner join event.handler_of_client as handler
        on handler.municipality_code = investigation.municipality_code
        and handler.case_type_code = 'utredning'
        and handler.case_key = investigation.investigation_key
    where investigation.ended_on is not null
    group by all
)

select
    municipality_code,
    'alla' as group_code,
    period_type,
    period_start,
    case when handlers > 1 then 'changed_hands' else 'same_hands' end as kind_code,
    case when handlers > 1 then 'Utredning med flera ansvariga handläggare' else 'Utredning med en ansvarig handläggare' end
        as kind_label,
    ended_on as counted_on,
    investigation_key as subject_key,
    cast(handlers as decimal(18, 6)) as quantity,
    1 as month_ends,
    'investigation' as dataset,
    investigation_key as row_key
from handled
inner join basis.period_month on month = month_of(ended_on)
where period_type in ('rolling_12', 'year');

comment on view counted.ended_investigation is 'Avslutade utredningar efter antal ansvariga handläggare, rad för rad';
