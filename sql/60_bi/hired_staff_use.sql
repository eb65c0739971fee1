-- How many municipalities hire social workers at all, in each group (KB_ANVANDER).
-- Grain: one row per peer group and period with at least three municipalities.
create or replace view bi.hired_staff_use as
select
    peer_group_code,
    period_type,
    period_start,
    municipalities,
    users,
    user_share,
    release_id
from benchmark.hired_staff_use
cross join meta.release;

comment on view bi.hired_staff_use is 'KB_ANVANDER: andel av kommunerna som haft någon kostnad för inhyrda socionomer';
comment on column bi.hired_staff_use.peer_group_code is 'Jämförelsegrupp, se bi.peer_group';
comment on column bi.hired_staff_use.period_type is 'Periodens slag: month (månad), rolling_12 (tolv månader) eller year (kalenderår)';
comment on column bi.hired_staff_use.period_start is 'Periodens första dag';
comment on column bi.hired_staff_use.municipalities is 'Antal kommuner som levererat underlag för KB_KOSTNAD';
comment on column bi.hired_staff_use.users is 'Antal av dem med en kostnad för inhyrda socionomer, kreditnotor avdragna';
comment on column bi.hired_staff_use.user_share is 'Andel av dem';
comment on column bi.hired_staff_use.release_id is 'Utgåvan, se meta.release';
