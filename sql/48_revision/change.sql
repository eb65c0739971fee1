-- Every figure that the release before showed and this one does not show, or shows as another, and those it shows for the
-- first time of a period that was asked for before. Figures of new periods are no revision.
-- The cause is the nearest one known: another definition; else what arrived of the municipality's datasets that the measure
-- needs, of the figure's own period before others; else another program, configuration or group of peers. Where none of these is
-- other, time passed (a correction was waited for too long), or what is shown of others changed what may be shown of this.
-- An invoice that comes in later than the period it changes is late: its period is over when it is booked.
-- Grain: one row per figure that changed.
create or replace view revision.change as
with changed as (
    select
        measure_code,
        municipality_code,
        before.split_code,
        group_code,
        period_type,
        period_start,
        last_day(plus_months(period_start, case when period_type in ('month', 'november') then 0 else 11 end)) as period_end,
        case
            when before.status <> 'ok' then 'added'
            when now.status = 'ok' then 'revised'
            else 'withdrawn'
        end as change_code,
        before.value as old_value,
        now.value as new_value,
        before.status as old_status,
        now.status as new_status,
        before.definition_version as old_definition_version,
        now.definition_version as new_definition_version,
        measure.definition_version is distinct from before.definition_version as is_redefined
    from meta.figure_before as before
    left join meta.measure as measure using (measure_code)
    left join value.measure_value as now
        using (measure_code, municipality_code, group_code, period_type, period_start)
    where (before.status = 'ok' or now.status = 'ok')
        and (before.status is distinct from now.status or before.value is distinct from now.value)
),

arrived as (
    select
        changed.measure_code,
        changed.municipality_code,
        changed.group_code,
        changed.period_type,
        changed.period_start,
        delivery_id,
        case
            when
                dataset in ('invoice_line', 'ledger_line')
                and arrival.cause_code = 'new_delivery'
                and arrival.period_from > changed.period_end
                then 'late_invoice'
            else arrival.cause_code
        end as cause_code,
        row_number() over (
            partition by
                changed.measure_code,
                changed.municipality_code,
                changed.group_code,
                changed.period_type,
                changed.period_start
            order by
                case
                    when arrival.period_from <= changed.period_end and arrival.covered_to >= changed.period_start then 0
                    else 1
                end,
                case arrival.cause_code
                    when 'corrected_delivery' then 1
                    when 'reread_delivery' then 2
                    when 'new_delivery' then 3
                    else 4
                end,
                arrival.period_from desc,
                delivery_id
        ) as place
    from changed
    inner join meta.measure_dataset using (measure_code)
    inner join arrival.delivery as arrival using (municipality_code, dataset)
),

regrouped as (
    select distinct municipality_code
    from (
        (
            select municipality_code, peer_group_code, division_year
            from meta.peer_before
            except
            select municipality_code, peer_group_code, division_year
            from core.peer_membership
        )
        union all
        (
            select municipality_code, peer_group_code, division_year
            from core.peer_membership
            except
            select municipality_code, peer_group_code, division_year
            from meta.peer_before
        )
    ) as moved
)

select
    changed.measure_code,
    changed.municipality_code,
    changed.split_code,
    changed.group_code,
    changed.period_type,
    changed.period_start,
    changed.change_code,
    changed.old_value,
    changed.new_value,
    changed.old_status,
    changed.new_status,
    changed.old_definition_version,
    changed.new_definition_version,
    case
        when is_redefined then 'definition'
        when arrived.cause_code is not null then arrived.cause_code
        when regrouped.municipality_code is not null then 'group_membership'
        when release_before.code_version <> release.code_version then 'program'
        when release_before.definition_version <> release.definition_version then 'configuration'
        when coalesce(changed.new_status, '') in ('stale', 'incomplete', 'not_delivered') then 'too_old'
        else 'other_figures'
    end as cause_code,
    case when not is_redefined then arrived.delivery_id end as delivery_id,
    release_before.release_id as since_release_id
from changed
cross join meta.release
cross join meta.release_before
left join arrived
    on arrived.place = 1
    and arrived.measure_code = changed.measure_code
    and arrived.municipality_code = changed.municipality_code
    and arrived.group_code = changed.group_code
    and arrived.period_type = changed.period_type
    and arrived.period_start = changed.period_start
left join regrouped on regrouped.municipality_code = changed.municipality_code;

comment on view revision.change is 'Värden som ändrats sedan utgåvan före, och varför';
comment on column revision.change.change_code is 'revised (annat värde), withdrawn (visas inte längre) eller added (visas nu)';
comment on column revision.change.delivery_id is 'Leveransen som närmast förklarar ändringen; tom där ingen gör det';
comment on column revision.change.since_release_id is 'Utgåvan som det jämförs med';
