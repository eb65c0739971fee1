-- What is asked for: every measure of every group it is split by, in every type of period it is given for.
-- Units are for months, Novembers and calendar years: a unit is followed by the month, and is what drifts first. Other splits
-- than by occupation are for calendar years and Novembers: a small municipality's groups by the month are many, and shown to
-- nobody. A figure that is not asked for here is not computed, and one that is and has no value says why.
-- Grain: one row per measure, municipality, group and type of period.
create or replace view basis.asked as
select
    measure_code,
    municipality_code,
    split_code,
    group_code,
    period_type
from meta.measure_period
inner join meta.measure_split using (measure_code)
inner join core.staff_group using (split_code)
inner join core.municipality using (municipality_code)
where split_code in ('alla', 'yrke')
    or period_type in ('november', 'year')
    or split_code = 'enhet' and period_type = 'month';

comment on view basis.asked is 'Mått, grupper och periodtyper som det ska finnas ett värde eller ett skäl för';
