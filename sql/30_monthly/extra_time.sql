-- Time worked beyond the contract, the flexitime owed, and time for supervision and training, of those with working time in the month.
-- Overtime and additional hours that are not given are none; a flexitime balance that is not given is not known.
-- Grain: one row per municipality, occupation ('alla' too) and month.
create or replace view monthly.extra_time as
with worked as (
    select
        municipality_code,
        occupation_group,
        sex_group,
        age_group,
        level_group,
        tenure_group,
        unit_group,
        month,
        person_key,
        coalesce(overtime_hours, 0) + coalesce(additional_hours, 0) as extra_hours,
        overtime_hours is not null or additional_hours is not null as has_extra_hours,
        time.ordinary_hours,
        flex_balance_hours,
        case when occupation_code in ('socialsekreterare', 'bistandshandlaggare') then supervision_hours end
            as handler_supervision_hours,
        training_hours
    from spell.work_month
    inner join core.work_time as time using (municipality_code, employment_key, month)
),
setting as (
    select cast(max(parameter_value) as integer) as high_flex_hours
    from meta.parameter
    where parameter_name = 'high_flex_hours'
)

select
    municipality_code,
    case
        when grouping(occupation_group) = 0 then occupation_group
        when grouping(sex_group) = 0 then sex_group
        when grouping(age_group) = 0 then age_group
        when grouping(level_group) = 0 then level_group
        when grouping(tenure_group) = 0 then tenure_group
        when grouping(unit_group) = 0 then unit_group
        else 'alla'
    end as group_code,
    month,
    cast(count(distinct person_key) as integer) as persons,
    cast(sum(extra_hours) filter (where has_extra_hours) as decimal(18, 4)) as extra_hours,
    cast(sum(ordinary_hours) filter (where has_extra_hours) as decimal(18, 4)) as ordinary_hours,
    cast(sum(handler_supervision_hours) as decimal(18, 4)) as handler_supervision_hours,
    cast(sum(training_hours) as decimal(18, 4)) as training_hours,
    cast(count(flex_balance_hours) as integer) as balances,
    cast(count(*) filter (where flex_balance_hours > high_flex_hours) as integer) as high_balances,
    cast(
        dec6(percentile_cont(0.5) within group (order by cast(flex_balance_hours as double))) as decimal(18, 4)
    ) as median_balance
from worked
cross join setting
group by grouping sets (
    (municipality_code, month),
    (municipality_code, occupation_group, month),
    (municipality_code, sex_group, month),
    (municipality_code, age_group, month),
    (municipality_code, level_group, month),
    (municipality_code, tenure_group, month),
    (municipality_code, unit_group, month)
)
having (grouping(occupation_group) = 1 or occupation_group is not null)
    and (grouping(sex_group) = 1 or sex_group is not null)
    and (grouping(age_group) = 1 or age_group is not null)
    and (grouping(level_group) = 1 or level_group is not null)
    and (grouping(tenure_group) = 1 or tenure_group is not null)
    and (grouping(unit_group) = 1 or unit_group is not null);

comment on view monthly.extra_time is 'Övertid, mertid, flexsaldon, handledning och kompetensutveckling under månaden';
comment on column monthly.extra_time.extra_hours is 'Övertid och mertid i timmar; tomt där ingen levererat dem';
comment on column monthly.extra_time.ordinary_hours is 'Ordinarie timmar för dem vars övertid eller mertid är levererad';
comment on column monthly.extra_time.balances is 'Levererade flexsaldon';
comment on column monthly.extra_time.high_balances is 'Flexsaldon över 40 timmar (parametern high_flex_hours)';
comment on column monthly.extra_time.handler_supervision_hours is 'Handledning för socialsekreterare och biståndshandläggare i timmar; tomt där ingen levererat den';
comment on column monthly.extra_time.training_hours is 'Kompetensutveckling i timmar; tomt där ingen levererat den';
