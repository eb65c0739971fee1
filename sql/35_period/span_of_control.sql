-- How many share a manager over the period: the mean of its month ends.
-- Grain: one row per municipality and period in which anyone had a manager.
create or replace view period.span_of_control as
select
    municipality_code,
    period_type,
    period_start,
    cast(dec6(ratio(sum(persons), months)) as decimal(18, 4)) as persons,
    cast(dec6(ratio(count(*), months)) as decimal(18, 4)) as managers
from monthly.span_of_control
inner join basis.period_month using (month)
group by municipality_code, period_type, period_start, months;

comment on view period.span_of_control is 'Personer med chef och chefer i medeltal per månadsslut under perioden';
