-- Requirements of the work environment authority: those raised by a visit in the period, and those open at a month's end.
-- Which are open: monthly.open_requirement. They are told of months only; one that is open for a year is no twelve requirements.
-- Grain: one row per period and requirement raised in it, and one per month and requirement open at its end.
create or replace view counted.requirement as
with kind as (
    select *
    from (
        values
        ('raised', 'Krav efter besök i perioden'),
        ('open_in_time', 'Öppet krav inom tidsgränsen, eller utan tidsgräns'),
        ('open_overdue', 'Öppet krav efter tidsgränsen')
    ) as listed (kind_code, kind_label)
),
told as (
    select
        municipality_code,
        period_type,
        period_start,
        'raised' as kind_code,
        visited_on as counted_on,
        requirement_key
    from core.inspection
    inner join basis.period_month on month = month_of(visited_on)
    union all
    select
        municipality_code,
        'month' as period_type,
        month as period_start,
        case when deadline_on <= month_end then 'open_overdue' else 'open_in_time' end as kind_code,
        month_end as counted_on,
        requirement_key
    from core.inspection
    inner join core.month
        on visited_on <= month_end
        and (closed_on > month_end or (closed_on is null and requirement_status_code = 'oppet'))
)

select
    municipality_code,
    'alla' as group_code,
    period_type,
    period_start,
    kind_code,
    kind_label,
    counted_on,
    requirement_key as subject_key,
    cast(1 as decimal(18, 6)) as quantity,
    1 as month_ends,
    'inspection' as dataset,
    requirement_key as row_key
from told
inner join kind using (kind_code);

comment on view counted.requirement is 'Krav från Arbetsmiljöverket, ställda och öppna, rad för rad';
