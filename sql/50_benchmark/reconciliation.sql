-- Our figures beside those of the official statistics that somebody has entered, and why they are not the same.
-- Nothing is explained away: a reason says that something is known to differ, not that it makes so much. What is within the
-- rounding of the official figure agrees, and has no other reason. Without a figure of our own there is no difference: what is
-- suppressed could be worked out from it. Official figures are as known at the as-of date.
-- rounding: they agree; own_missing (without a status where we do not count it at all), own_suppressed: nothing to compare; definition, population, period: what the register
-- says; series_break: the law or the official classification changed within the year; unexplained: nothing is known to differ.
-- Grain: one row per municipality of this release, official indicator and year that is entered.
create or replace view benchmark.reconciliation as
with entered as (
    select
        official_figure.*,
        row_number() over (partition by municipality_code, indicator_id, year order by entered_on desc) as newness
    from meta.official_figure
    cross join meta.as_of
    where entered_on <= as_of
),

expected as (
    select
        entered.*,
        measure_code,
        group_code,
        part_code,
        case period_code when 'november' then 'month' else 'year' end as period_type,
        case period_code when 'november' then make_date(year, 11, 1) else make_date(year, 1, 1) end as period_start,
        unit_code,
        definition_difference,
        population_difference,
        period_difference
    from entered
    inner join core.municipality using (municipality_code)
    inner join meta.official_indicator using (indicator_id)
    inner join meta.measure using (measure_code)
    where newness = 1
),

broken as (
    select
        measure_code,
        year(break_on) as year,
        max(what) as break_text
    from meta.series_break
    where break_on > make_date(year(break_on), 1, 1)
    group by measure_code, year(break_on)
),

beside as (
    select
        expected.*,
        status,
        dec6(case
            when part_code = 'denominator' then cast(denominator as double)
            when unit_code = 'share' then 100 * value
            else value
        end) as own_value,
        group_size as own_n,
        break_text
    from expected
    left join value.measure_value using (municipality_code, measure_code, group_code, period_type, period_start)
    left join broken using (measure_code, year)
)

select
    municipality_code,
    indicator_id,
    measure_code,
    group_code,
    period_type,
    period_start,
    year,
    own_value,
    official_value,
    own_value - official_value as difference,
    own_n,
    official_n,
    status,
    case
        when status = 'suppressed' then 'own_suppressed'
        when own_value is null then 'own_missing'
        when abs(own_value - official_value) <= ratio(0.5, power(10, decimals)) then 'rounding'
        else coalesce(
            nullif(
                concat_ws(
                    ' ',
                    case when definition_difference <> '' then 'definition' end,
                    case when population_difference <> '' then 'population' end,
                    case when period_difference <> '' then 'period' end,
                    case when break_text is not null then 'series_break' end
                ),
                ''
            ),
            'unexplained'
        )
    end as reasons,
    break_text,
    source,
    entered_on
from beside;

comment on view benchmark.reconciliation is 'Våra värden bredvid den officiella statistikens, och varför de skiljer sig';
comment on column benchmark.reconciliation.reasons is 'Skälen, med mellanslag emellan, se bi.reconciliation';
