-- Every figure one may ask for, with its value or the reason why there is none: what may be seen.
-- Numbers stand only where the status is ok: a suppressed figure keeps neither its numerator nor the size of its group, since
-- either would give it away; that nothing could be divided, or no median reached, tells of a group too. Whoever can add and
-- subtract must not get at it either, so more goes with it:
-- 1. Of two measures of which one is a part of the other (part_of in its YAML), the part, where the rest is too few cases; and
--    measures that can be worked out from one another (tie_code) all together.
-- 2. Months of a calendar year are shown all or none, and rolling twelve months where all their months are: otherwise the
--    year, or two windows a month apart, give the hidden month. Where none of their months is, those that begin with a
--    quarter are shown: what they differ by is quarters. A measure that has windows but no months shows all of a series'
--    windows or none.
-- 3. A group is shown for a whole calendar year, its months and the year, or not at all. Where a measure has windows but no
--    months, it is shown for the whole span or not at all.
-- 4. The whole less the shown groups of a split has to be enough persons: otherwise one more group is hidden. Staff and
--    clients with a protected identity are in the whole and in no group: one more group that is hidden, of unknown size.
-- 5. What an earlier release hid stays hidden as long as anything hidden together with it has the numbers it had: whoever kept
--    that release could work it out with this one.
-- Grain: one row per measure, municipality, group and period.
create or replace view value.measure_value as
with kind as (
    select
        measure_code,
        bool_or(period_type = 'month') as has_months,
        bool_or(period_type = 'rolling_12') as has_windows,
        bool_or(period_type = 'year') as has_years
    from meta.measure_period
    group by measure_code
),

tied as (
    select distinct
        tie_code,
        municipality_code,
        group_code,
        period_type,
        period_start
    from judged.figure
    where own_status = 'suppressed' and tie_code is not null
),

near_whole as (
    select distinct
        part.measure_code,
        part.municipality_code,
        part.group_code,
        part.period_type,
        part.period_start
    from meta.measure
    inner join judged.figure as part using (measure_code)
    inner join judged.figure as whole
        on whole.measure_code = part_of_code
        and whole.municipality_code = part.municipality_code
        and whole.group_code = part.group_code
        and whole.period_type = part.period_type
        and whole.period_start = part.period_start
    where part.own_status = 'ok'
        and part.smallest_count > 0
        and whole.own_status = 'ok'
        and whole.numerator > part.numerator
        and whole.numerator - part.numerator < part.smallest_count
),

judged_alone as (
    select
        figure.*,
        has_months and period_type = 'rolling_12' as is_made_of_months,
        figure.own_status = 'suppressed' or tied.tie_code is not null or near_whole.measure_code is not null as is_hidden_alone,
        case
            when not has_years then period_start
            when has_months or not has_windows or split_code not in ('alla', 'yrke') then make_date(year(period_start), 1, 1)
            else date '1900-01-01'
        end as block,
        make_date(year(period_end), 1, 1) as last_block
    from judged.figure as figure
    inner join kind using (measure_code)
    left join tied using (tie_code, municipality_code, group_code, period_type, period_start)
    left join near_whole using (measure_code, municipality_code, group_code, period_type, period_start)
),

hidden_before as (
    select
        measure_code,
        municipality_code,
        split_code,
        group_code,
        block,
        period_type,
        period_start,
        before.numerator is not distinct from judged_alone.numerator
            and before.denominator is not distinct from judged_alone.denominator
            and before.group_size is not distinct from judged_alone.group_size as is_unchanged
    from meta.withheld as before
    inner join judged_alone
        using (measure_code, definition_version, municipality_code, group_code, period_type, period_start)
),

still_hidden as (
    select
        measure_code,
        municipality_code,
        group_code,
        period_type,
        period_start
    from (
        select
            *,
            bool_or(is_unchanged) over (partition by measure_code, municipality_code, split_code, block) as is_any_unchanged
        from hidden_before
    ) as together
    where is_any_unchanged
),

told as (
    select
        *,
        is_hidden_alone or still_hidden.measure_code is not null as is_hidden
    from judged_alone
    left join still_hidden using (measure_code, municipality_code, group_code, period_type, period_start)
),

-- What is shown or hidden together of a group. Its persons are those of its smallest period: as few as that may be left over.
block as (
    select
        measure_code,
        municipality_code,
        split_code,
        group_code,
        block,
        max(smallest_group) as smallest_group,
        max(case when is_hidden then 1 else 0 end) as hidden,
        coalesce(
            min(case when own_status not in ('not_delivered', 'incomplete', 'stale') then coalesce(group_size, 0) end), 0
        ) as persons
    from told
    where not is_made_of_months
    group by measure_code, municipality_code, split_code, group_code, block
),

with_protected as (
    select distinct
        municipality_code,
        measure_code,
        1 as is_beside
    from basis.protected_line
    inner join lake.live_delivery using (delivery_id)
    inner join meta.measure_dataset using (dataset)
),

beside as (
    select
        block.*,
        split_code <> 'alla'
            and sum(hidden) over split + coalesce(is_beside, 0) > 0
            and sum(hidden * persons) over split < smallest_group as is_short,
        hidden = 0
            and persons > 0
            and sum(hidden * persons) over split + persons >= smallest_group as is_enough
    from block
    left join with_protected using (municipality_code, measure_code)
    window split as (partition by measure_code, municipality_code, split_code, block)
),

-- The smallest that is enough; where none is, all of them.
closed as (
    select
        measure_code,
        municipality_code,
        group_code,
        block,
        hidden = 1
            or is_short and (is_enough and place = 1 or enough = 0) as is_closed
    from (
        select
            *,
            count_if(is_enough) over split as enough,
            row_number() over (
                partition by measure_code, municipality_code, split_code, block, is_enough
                order by persons, group_code
            ) as place
        from beside
        window split as (partition by measure_code, municipality_code, split_code, block)
    ) as placed
),

decided as (
    select
        told.*,
        is_hidden
            or case
                when split_code = 'alla' and period_type = 'year' then false
                when not is_made_of_months then closed.is_closed
                when closed.is_closed <> last_closed.is_closed then true
                else closed.is_closed and (split_code <> 'alla' or month(period_start) not in (1, 4, 7, 10))
            end as is_withheld
    from told
    inner join closed using (measure_code, municipality_code, group_code, block)
    left join closed as last_closed
        on is_made_of_months
        and last_closed.measure_code = told.measure_code
        and last_closed.municipality_code = told.municipality_code
        and last_closed.group_code = told.group_code
        and last_closed.block = told.last_block
),

answered as (
    select
        *,
        case
            when own_status in ('not_delivered', 'incomplete', 'stale') or coalesce(group_size, 0) = 0 and own_status <> 'ok'
                then own_status
            when is_withheld then 'suppressed'
            else own_status
        end as status
    from decided
)

select
    measure_code,
    definition_version,
    municipality_code,
    split_code,
    group_code,
    period_type,
    period_start,
    case when status = 'ok' then value end as value,
    case when status = 'ok' then numerator end as numerator,
    case when status = 'ok' then denominator end as denominator,
    case when status = 'ok' then group_size end as group_size,
    status,
    is_stale
from answered;

comment on view value.measure_value is 'Alla mått för alla kommuner och perioder, med värde eller skälet till att det saknas';
