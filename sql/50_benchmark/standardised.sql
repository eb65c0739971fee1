-- What a figure would be if the staff were of the sexes and ages (at most 29, 30-49, 50 or more) of all municipalities together.
-- The reference are the municipalities whose figure of the year is shown, at least three. direct: the municipality's own figure of
-- each cell of sex and age, weighted by the reference's denominators of the cell; those whose sex or age is not known, and
-- those with a protected identity, are in no cell. indirect: the municipality's figure against what the reference's cells
-- would give its own staff, times the reference's figure; who is in no cell is expected to be as all of the reference.
-- A figure is direct only where each cell has as many persons as the measure may be shown for: five, of sick leave eleven. A cell
-- with nobody here makes it indirect: its weight is neither dropped nor spread over the others. A cell with nobody in all of
-- the reference has no weight, and is not asked for.
-- A figure with a hidden group of sex or age is indirect too: that tells nothing but the whole and the mix of the staff.
-- There is none where the figure itself is hidden, nor where the reference has no events to expect.
-- Source: Breslow and Day 1987, Statistical Methods in Cancer Research II.
-- Grain: one row per municipality, standardised measure and calendar year that is shown.
create or replace view benchmark.standardised as
with figure as (
    select * from measure.po_ext_eb
    union all
    select * from measure.sf_tot
    union all
    select * from measure.sf_60
    union all
    select * from measure.sf_kort
),

whole as (
    select
        measure_code,
        municipality_code,
        group_code as whole_code,
        period_type,
        period_start,
        numerator as whole_numerator,
        denominator as whole_denominator,
        ratio(sum(numerator) over everybody, sum(denominator) over everybody) as reference_value,
        count(*) over everybody as municipalities
    from value.measure_value
    where split_code = 'alla' and period_type = 'year' and status = 'ok'
    window everybody as (partition by measure_code, period_type, period_start)
),

cell as (
    select
        measure_code,
        municipality_code,
        group_code,
        period_type,
        period_start,
        numerator,
        denominator,
        group_size
    from figure
    inner join core.staff_group using (municipality_code, group_code)
    inner join whole using (measure_code, municipality_code, period_type, period_start)
    where split_code = 'kon_alder'
),

reference as (
    select
        measure_code,
        group_code,
        period_type,
        period_start,
        ratio(sum(numerator), sum(denominator)) as cell_value,
        sum(denominator) as cell_weight
    from cell
    group by measure_code, group_code, period_type, period_start
    having sum(denominator) > 0
),

hidden as (
    select distinct
        measure_code,
        municipality_code,
        period_type,
        period_start
    from value.measure_value
    where split_code in ('kon', 'alder') and status = 'suppressed'
),

compared as (
    select
        measure_code,
        municipality_code,
        whole_code,
        period_type,
        period_start,
        whole_numerator,
        reference_value,
        min(coalesce(group_size, 0)) as smallest_cell,
        ratio(sum(cell_weight * ratio(numerator, denominator)), sum(cell_weight)) as direct_value,
        sum(cell_value * coalesce(denominator, 0))
        + reference_value * greatest(whole_denominator - sum(coalesce(denominator, 0)), 0) as expected
    from whole
    inner join reference using (measure_code, period_type, period_start)
    left join cell using (measure_code, municipality_code, group_code, period_type, period_start)
    where municipalities >= 3
    group by
        measure_code,
        municipality_code,
        whole_code,
        period_type,
        period_start,
        whole_numerator,
        whole_denominator,
        reference_value
),

decided as (
    select
        compared.*,
        smallest_cell >= smallest_group and hidden.measure_code is null as is_direct
    from compared
    inner join meta.measure using (measure_code)
    left join hidden using (measure_code, municipality_code, period_type, period_start)
)

select
    measure_code,
    municipality_code,
    whole_code as group_code,
    period_type,
    period_start,
    dec6(
        case when is_direct then direct_value else ratio(whole_numerator, expected) * reference_value end
    ) as standardised_value,
    case when is_direct then 'direct' else 'indirect' end as standardisation_code
from decided
where is_direct or expected > 0;

comment on view benchmark.standardised is 'Värdet som det hade varit med alla kommuners blandning av kön och ålder';
comment on column benchmark.standardised.standardisation_code is
    'direct: cellernas egna värden vägda som i alla kommuner; indirect: eget värde mot det väntade';
