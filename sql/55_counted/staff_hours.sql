-- Hours of hired social workers by the lines of e-invoices, and of the municipality's own by employment and month.
-- A line of a fixed price has no hours and is left out here. The price of a line's hour is a kind of its own (hour_price), and so is
-- what a line adds to the mean price of all hours of the period (part_of_mean_price), where a credit note takes back.
-- Grain: one row per period, invoice line and kind, and one per period, employment and month.
create or replace view counted.staff_hours as
with kind as (
    select *
    from (
        values
        ('hired', 'Inhyrda socionomers timmar'),
        ('own', 'Egna socionomers arbetade timmar'),
        ('hour_price', 'Pris per timme'),
        ('part_of_mean_price', 'Radens del av medelpriset per inhyrd timme')
    ) as listed (kind_code, kind_label)
),
part as (
    select
        municipality_code,
        month_of(issued_on) as month,
        'hired' as kind_code,
        issued_on as counted_on,
        supplier_org_no as subject_key,
        cast(hired_hours as decimal(18, 6)) as quantity,
        cast(null as decimal(18, 2)) as shared_hours,
        'invoice_line' as dataset,
        concat_ws(' ', delivery_id, line_no) as row_key
    from event.hired_time
    where hired_hours is not null
    union all
    select
        municipality_code,
        month_of(issued_on) as month,
        'hour_price' as kind_code,
        issued_on as counted_on,
        supplier_org_no as subject_key,
        cast(dec6(ratio(amount_sek, hired_hours)) as decimal(18, 6)) as quantity,
        cast(null as decimal(18, 2)) as shared_hours,
        'invoice_line' as dataset,
        concat_ws(' ', delivery_id, line_no) as row_key
    from event.hired_time
    where hired_hours > 0 and amount_sek > 0
    union all
    select
        municipality_code,
        month_of(issued_on) as month,
        'part_of_mean_price' as kind_code,
        issued_on as counted_on,
        supplier_org_no as subject_key,
        cast(amount_sek as decimal(18, 6)) as quantity,
        hired_hours as shared_hours,
        'invoice_line' as dataset,
        concat_ws(' ', delivery_id, line_no) as row_key
    from event.hired_time
    where hired_hours is not null
    union all
    select
        municipality_code,
        month,
        'own' as kind_code,
        month as counted_on,
        person_key as subject_key,
        cast(coalesce(worked_hours, ordinary_hours) as decimal(18, 6)) as quantity,
        cast(null as decimal(18, 2)) as shared_hours,
        'work_time' as dataset,
        employment_key as row_key
    from spell.work_month
    where occupation_code in ('socialsekreterare', 'bistandshandlaggare', 'familjeradgivare', 'kurator')
),
told as (
    select
        part.*,
        kind_label,
        period_type,
        period_start,
        sum(shared_hours) over (partition by municipality_code, period_type, period_start) as period_hours
    from part
    inner join kind using (kind_code)
    inner join basis.period_month using (month)
)

select
    municipality_code,
    'alla' as group_code,
    period_type,
    period_start,
    kind_code,
    kind_label,
    counted_on,
    subject_key,
    case when shared_hours is null then quantity else cast(dec6(ratio(quantity, period_hours)) as decimal(18, 6)) end
        as quantity,
    1 as month_ends,
    dataset,
    row_key
from told
where shared_hours is null or period_hours > 0;

comment on view counted.staff_hours is 'Inhyrda och egna socionomers timmar, rad för rad';
