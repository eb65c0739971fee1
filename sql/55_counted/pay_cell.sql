-- Those whose pay is compared with the peers', each once for the median of their cell here and once for the peers' median of it.
-- The quantity is that median, so that the sums are the weighted medians; what the person is paid is in counted.pay.
-- How: period.pay_cell.
-- Grain: one row per calendar year, group, side and person in a cell with peers.
create or replace view counted.pay_cell as
with compared as (
    select
        municipality_code,
        period_type,
        period_start,
        paid_on,
        level_code,
        person_key,
        employment_key,
        median_pay_sek,
        peer_pay_sek
    from event.november_pay
    inner join period.pay_cell using (municipality_code, period_type, period_start, level_code, time_code)
    where group_code like 'tid_%' and peer_pay_sek is not null
),

grouped as (
    select
        *,
        'alla' as group_code
    from compared
    union all
    select
        *,
        concat_ws('_', 'niva', level_code) as group_code
    from compared
),

side as (
    select *
    from (
        values
        ('own', 'Medianlönen här, för personens nivå och tid'),
        ('peers', 'Medianen av de jämförbara kommunernas medianlöner, för personens nivå och tid')
    ) as listed (kind_code, kind_label)
)

select
    municipality_code,
    group_code,
    period_type,
    period_start,
    kind_code,
    kind_label,
    paid_on as counted_on,
    person_key as subject_key,
    cast(case kind_code when 'own' then median_pay_sek else peer_pay_sek end as decimal(18, 6)) as quantity,
    1 as month_ends,
    'salary' as dataset,
    employment_key as row_key
from grouped
cross join side;

comment on view counted.pay_cell is 'Löner som jämförs med andra kommuners för samma nivå och tid, rad för rad';
