-- Until when each investigation has to be finished: four months after it was begun, or as long as it was lawfully extended.
-- The limit is that of the day it was begun. Four months are months of the calendar, never 120 days: 31 October gives the last
-- of February. An extension counts when it was decided no later than the limit. Investigations known to be about an adult have
-- no such limit and are left out.
-- Grain: one row per investigation with a limit.
create or replace view basis.investigation_limit as
with adult as (
    select
        municipality_code,
        referral_key
    from core.referral
    where age_group_code = '21_plus'
)

select
    municipality_code,
    investigation_key,
    ended_on,
    plus_months(started_on, limit_value) as limit_on,
    case when extension_decided_on <= plus_months(started_on, limit_value) then extended_to end as extended_to
from core.investigation
inner join meta.legal_limit on limit_name = 'investigation_limit_months' and started_on between valid_from and valid_to
left join adult using (municipality_code, referral_key)
where adult.referral_key is null;

comment on view basis.investigation_limit is 'Utredningar och när de senast ska vara klara: inom fyra månader, eller lagligen förlängda';
comment on column basis.investigation_limit.limit_on is 'Dagen då de fyra månaderna är slut';
comment on column basis.investigation_limit.extended_to is 'Dagen den är förlängd till, om det beslutades i tid';
