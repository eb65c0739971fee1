-- Days of care in placements, by the kind of home and by who gives it; and of those days whose price is known, what they cost.
-- Which days count: basis.care_time. Each priced day is here three times: as care, as priced and as its price.
-- Grain: one row per period, placement, month and kind.
create or replace view counted.care_days as
with kind as (
    select *
    from (
        values
        ('own_home', 'Vårddygn i kommunens egna hem'),
        ('other_home', 'Vårddygn i andra hem, i egen regi'),
        ('bought_home', 'Köpta vårddygn i hem'),
        ('other_care', 'Vårddygn i annan form, i egen regi'),
        ('bought_care', 'Köpta vårddygn i annan form'),
        ('bought_own_home', 'Vårddygn i kommunens egna hem, köpta'),
        ('priced_days', 'Vårddygn med känt pris'),
        ('price', 'Dygnens pris i kronor')
    ) as listed (kind_code, kind_label)
),
delivered as (
    select
        municipality_code,
        last_day(max(month)) as delivered_to
    from core.coverage
    where dataset = 'placement'
    group by all
),
placement as (
    select
        municipality_code,
        placement_key,
        client_key,
        day_price_sek,
        provision_code <> 'egen' as is_bought,
        placement_form_code in ('familjehem_eget', 'natverkshem', 'jourhem_eget', 'stodboende_eget') as is_own_home,
        placement_form_code in ('familjehem_konsulent', 'jourhem_konsulent', 'stodboende_kopt') as is_other_home,
        started_on,
        least(coalesce(ended_on - 1, delivered_to), delivered_to) as last_care_on
    from core.placement
    inner join delivered using (municipality_code)
),
placement_month as (
    select
        placement.*,
        month,
        greatest(started_on, month) as counted_on,
        days_between(greatest(started_on, month), least(last_care_on, month_end)) + 1 as care_days
    from placement
    inner join core.month on month <= last_care_on and month_end >= started_on
    where started_on <= last_care_on
),
told as (
    select
        *,
        case
            when is_own_home and coalesce(is_bought, false) then 'bought_own_home'
            when is_own_home then 'own_home'
            when is_other_home and coalesce(is_bought, false) then 'bought_home'
            when is_other_home then 'other_home'
            when coalesce(is_bought, false) then 'bought_care'
            else 'other_care'
        end as kind_code,
        cast(care_days as decimal(18, 6)) as quantity
    from placement_month
    union all
    select
        *,
        'priced_days' as kind_code,
        cast(care_days as decimal(18, 6)) as quantity
    from placement_month
    where day_price_sek is not null
    union all
    select
        *,
        'price' as kind_code,
        cast(care_days * day_price_sek as decimal(18, 6)) as quantity
    from placement_month
    where day_price_sek is not null
)

select
    municipality_code,
    'alla' as group_code,
    period_type,
    period_start,
    kind_code,
    kind_label,
    counted_on,
    client_key as subject_key,
    quantity,
    1 as month_ends,
    'placement' as dataset,
    placement_key as row_key
from told
inner join kind using (kind_code)
inner join basis.period_month using (month);

comment on view counted.care_days is 'Vårddygn och deras pris, rad för rad';
