-- What changed since the release before: every figure whose value is another, gone or new, and what the nearest cause is.
-- Of a figure that must not be seen any more, what it was is not told again: whoever kept the release before has it, nobody else.
-- Grain: one row per figure that changed.
create or replace view bi.revision as
select
    municipality_code,
    measure_code,
    split_code,
    group_code,
    period_type,
    period_start,
    change_code,
    case when new_status = 'suppressed' then null else old_value end as old_value,
    new_value,
    old_status,
    new_status,
    old_definition_version,
    new_definition_version,
    cause_code,
    delivery_id,
    since_release_id,
    release_id
from revision.change
cross join meta.release;

comment on view bi.revision is 'Värden som ändrats sedan utgåvan före, med gammalt och nytt värde och närmaste skäl; tom i den första';
comment on column bi.revision.municipality_code is 'Kommunens fyrsiffriga kod';
comment on column bi.revision.measure_code is 'Måttets kod, se bi.measure';
comment on column bi.revision.split_code is 'Vad värdet är uppdelat på';
comment on column bi.revision.group_code is 'Grupp, se bi.staff_group';
comment on column bi.revision.period_type is 'Periodens slag: month (månad), november, rolling_12 (tolv månader) eller year (kalenderår)';
comment on column bi.revision.period_start is 'Periodens första dag';
comment on column bi.revision.change_code is 'revised (annat värde), withdrawn (visas inte längre) eller added (visas nu, men inte i utgåvan före)';
comment on column bi.revision.old_value is 'Värdet i utgåvan före; tomt om det inte visades, och om det inte får visas nu';
comment on column bi.revision.new_value is 'Värdet i denna utgåva; tomt om det inte visas';
comment on column bi.revision.old_status is 'Status i utgåvan före, se bi.status';
comment on column bi.revision.new_status is 'Status i denna utgåva; tom om värdet inte längre frågas efter';
comment on column bi.revision.old_definition_version is 'Definitionens version i utgåvan före';
comment on column bi.revision.new_definition_version is 'Definitionens version i denna utgåva';
comment on column bi.revision.cause_code is 'Närmaste skälet, se bi.revision_cause';
comment on column bi.revision.delivery_id is 'Leveransen som närmast förklarar ändringen, se bi.delivery; tom där ingen gör det';
comment on column bi.revision.since_release_id is 'Utgåvan som det jämförs med';
comment on column bi.revision.release_id is 'Utgåvans beteckning';
