-- How pay here compares with the peers' for the same level and about as long in the municipality.
-- Both sides have the municipality's own staff: a municipality of many experienced people is not ahead by that. Cells without a
-- counterpart are on neither side. Who is in a cell, and who the peers are: period.pay_cell.
-- Grain: one row per municipality, group and calendar year; without a number where no cell has peers enough.
create or replace view measure.lon_kvot as
with cell as (
    select
        *,
        'alla' as group_code
    from period.pay_cell
    union all
    select
        *,
        concat_ws('_', 'niva', level_code) as group_code
    from period.pay_cell
),

summed as (
    select
        municipality_code,
        group_code,
        period_type,
        period_start,
        sum(persons * median_pay_sek) filter (where peer_pay_sek is not null) as own_pay_sek,
        sum(persons * peer_pay_sek) as peer_pay_sek,
        sum(persons) filter (where peer_pay_sek is not null) as compared_persons,
        sum(persons) as persons
    from cell
    group by all
)

select
    measure_code,
    municipality_code,
    group_code,
    period_type,
    period_start,
    cast(own_pay_sek as decimal(18, 4)) as numerator,
    cast(peer_pay_sek as decimal(18, 4)) as denominator,
    cast(coalesce(compared_persons, persons, 0) as integer) as group_size
from period.covered
inner join basis.asked using (measure_code, municipality_code, period_type)
left join summed using (municipality_code, group_code, period_type, period_start)
where measure_code = 'LON_KVOT';

comment on view measure.lon_kvot is 'Egen medianlön delad med jämförbara kommuners, för samma nivå och tid i kommunen';
