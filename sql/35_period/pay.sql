-- Full-time basic pay of the monthly paid on the last day of November, in the middle and at the ends.
-- Whose pay counts, and which: event.november_pay.
-- Grain: one row per municipality, group and calendar year with anybody's pay.
create or replace view period.pay as
with spread as (
    select
        municipality_code,
        group_code,
        period_type,
        period_start,
        percentile_cont(0.5) within group (order by cast(full_time_monthly_sek as double)) as median_pay_sek,
        percentile_cont(0.1) within group (order by cast(full_time_monthly_sek as double)) as lower_pay_sek,
        percentile_cont(0.9) within group (order by cast(full_time_monthly_sek as double)) as upper_pay_sek,
        percentile_cont(0.5) within group (order by cast(full_time_monthly_sek as double)) filter (where time_code = 'under_2') as new_pay_sek,
        percentile_cont(0.5) within group (order by cast(full_time_monthly_sek as double)) filter (where time_code = 'over_10') as experienced_pay_sek,
        percentile_cont(0.5) within group (order by cast(full_time_monthly_sek as double)) filter (where sex_code = 'kvinna') as women_pay_sek,
        percentile_cont(0.5) within group (order by cast(full_time_monthly_sek as double)) filter (where sex_code = 'man') as men_pay_sek,
        count(*) as persons,
        count_if(time_code = 'under_2') as new_persons,
        count_if(time_code = 'over_10') as experienced_persons,
        count_if(sex_code = 'kvinna') as women,
        count_if(sex_code = 'man') as men
    from event.november_pay
    group by all
)

select
    municipality_code,
    group_code,
    period_type,
    period_start,
    cast(dec6(median_pay_sek) as decimal(18, 4)) as median_pay_sek,
    cast(dec6(lower_pay_sek) as decimal(18, 4)) as lower_pay_sek,
    cast(dec6(upper_pay_sek) as decimal(18, 4)) as upper_pay_sek,
    cast(dec6(new_pay_sek) as decimal(18, 4)) as new_pay_sek,
    cast(dec6(experienced_pay_sek) as decimal(18, 4)) as experienced_pay_sek,
    cast(dec6(women_pay_sek) as decimal(18, 4)) as women_pay_sek,
    cast(dec6(men_pay_sek) as decimal(18, 4)) as men_pay_sek,
    cast(persons as integer) as persons,
    cast(new_persons as integer) as new_persons,
    cast(experienced_persons as integer) as experienced_persons,
    cast(women as integer) as women,
    cast(men as integer) as men
from spread;

comment on view period.pay is 'Månadsavlönades grundlön vid heltid den sista november, medianer och percentiler';
comment on column period.pay.lower_pay_sek is 'Tionde percentilen';
comment on column period.pay.upper_pay_sek is 'Nittionde percentilen';
comment on column period.pay.new_pay_sek is 'Median för dem som varit anställda i kommunen kortare tid än två år';
comment on column period.pay.experienced_pay_sek is 'Median för dem som varit anställda i kommunen tio hela år eller mer';
