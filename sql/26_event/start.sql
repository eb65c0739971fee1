-- Somebody began: in the municipality, or in the occupation coming from another one.
-- A temporary post made permanent is no start, and neither is coming back within rehire_days (spell.staff).
-- Grain: one row per municipality, occupation, person and first day.
create or replace view event.start as
select
    municipality_code,
    stay.group_code,
    person_key,
    stay.started_on,
    case
        when employed.started_on < stay.started_on then 'intern_yrke'
        when stay.start_reason_code in ('intern_yrke', 'intern_enhet', 'overgang_verksamhet')
            then stay.start_reason_code
        else 'extern'
    end as kind_code,
    stay.is_started_permanent as is_permanent,
    stay.start_reason_code
from spell.staff as stay
inner join spell.staff as employed using (municipality_code, person_key)
where employed.group_code = 'alla'
    and stay.started_on between employed.started_on and employed.ended_on;

comment on view event.start is 'Tillträden: någon har börjat i kommunen eller i yrkesgruppen';
comment on column event.start.kind_code is 'extern, intern_yrke, intern_enhet eller overgang_verksamhet';
