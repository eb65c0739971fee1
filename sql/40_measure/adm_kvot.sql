-- Relief from paperwork: administrators per handler, in full-time equivalents.
-- A year is the mean of its month ends.
-- Grain: one row per municipality, group and period.
create or replace view measure.adm_kvot as
select
    measure_code,
    municipality_code,
    group_code,
    period_type,
    period_start,
    coalesce(administrator_fte, 0) as numerator,
    coalesce(handler_fte, 0) as denominator,
    cast(coalesce(floor(handlers), 0) as integer) as group_size
from period.covered
inner join basis.asked using (measure_code, municipality_code, period_type)
left join period.staff_structure using (municipality_code, group_code, period_type, period_start)
where measure_code = 'ADM_KVOT';

comment on view measure.adm_kvot is 'Administratörer per handläggare, årsarbetare';
