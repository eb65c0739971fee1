-- The period by which a measure of a municipality is told first: the newest with a value, else the newest that says why not.
-- A calendar year where the measure has years; else November, twelve months or a month. Two municipalities may have different ones.
-- Grain: one row per municipality and measure.
create or replace view bi.headline as
with told_by as (
    select
        measure_code,
        case min(
            case period_type
                when 'year' then 1
                when 'november' then 2
                when 'rolling_12' then 3
                else 4
            end
        )
            when 1 then 'year'
            when 2 then 'november'
            when 3 then 'rolling_12'
            else 'month'
        end as period_type
    from meta.measure_period
    group by measure_code
),

ordered as (
    select
        municipality_code,
        measure_code,
        definition_version,
        group_code,
        period_type,
        period_start,
        status,
        row_number() over (
            partition by municipality_code, measure_code
            order by
                case
                    when status = 'ok' then 1
                    when status in ('not_delivered', 'incomplete') then 3
                    else 2
                end,
                period_start desc
        ) as place
    from value.measure_value
    inner join told_by using (measure_code, period_type)
    where group_code = 'alla'
)

select
    municipality_code,
    measure_code,
    ordered.definition_version,
    group_code,
    period_type,
    period_start,
    status,
    release_id
from ordered
cross join meta.release
where place = 1;

comment on view bi.headline is 'Perioden som ett mått först visas för: den senaste med ett värde, annars den senaste som säger varför det saknas';
comment on column bi.headline.municipality_code is 'Kommunens fyrsiffriga kod';
comment on column bi.headline.measure_code is 'Måttets kod, se bi.measure';
comment on column bi.headline.definition_version is 'Version av måttets definition';
comment on column bi.headline.group_code is 'Grupp, se bi.staff_group: alltid alla';
comment on column bi.headline.period_type is 'Periodens slag: year (kalenderår) där måttet har år, annars november, rolling_12 (tolv månader) eller month (månad)';
comment on column bi.headline.period_start is 'Periodens första dag';
comment on column bi.headline.status is 'ok, eller varför värdet saknas, se bi.status';
comment on column bi.headline.release_id is 'Utgåvans beteckning';
