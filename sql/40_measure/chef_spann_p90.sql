-- The widest spans: the number of persons that nine managers of ten do not exceed.
-- Grain: one row per municipality and month; without a number where no manager is delivered.
create or replace view measure.chef_spann_p90 as
with spread as (
    select
        municipality_code,
        month,
        percentile_cont(0.9) within group (order by cast(persons as double)) as upper_persons,
        sum(persons) as persons
    from monthly.span_of_control
    group by all
)

select
    measure_code,
    municipality_code,
    'alla' as group_code,
    period_type,
    period_start,
    cast(dec6(upper_persons) as decimal(18, 4)) as numerator,
    cast(null as decimal(18, 4)) as denominator,
    cast(coalesce(persons, 0) as integer) as group_size
from period.covered
inner join basis.period_month using (period_type, period_start)
left join spread using (municipality_code, month)
where measure_code = 'CHEF_SPANN_P90';

comment on view measure.chef_spann_p90 is 'Antal anställda som nio av tio chefer inte överstiger';
