-- Where a row of core was delivered: the file, as it was called, and the line in it.
-- What happened on a day is looked for by the row's key and that day: of the terms of one employment those in force then. A line
-- of a ledger has no key but its place.
-- Grain: one row per row of core.
create or replace view origin.delivered_row as
with keyed as (
    select
        municipality_code,
        'employment' as dataset,
        employment_key as row_key,
        valid_from as from_on,
        least(
            coalesce(valid_to, date '2999-12-31'),
            coalesce(
                lead(valid_from) over (partition by municipality_code, employment_key order by valid_from) - 1,
                date '2999-12-31'
            )
        ) as to_on,
        delivery_id,
        line_no
    from core.employment
    union all
    select
        municipality_code,
        'salary' as dataset,
        employment_key as row_key,
        valid_from as from_on,
        least(
            coalesce(valid_to, date '2999-12-31'),
            coalesce(
                lead(valid_from) over (partition by municipality_code, employment_key order by valid_from) - 1,
                date '2999-12-31'
            )
        ) as to_on,
        delivery_id,
        line_no
    from core.salary
    where full_time_monthly_sek > 0
    union all
    select
        municipality_code,
        'absence' as dataset,
        absence_no as row_key,
        date '1900-01-01' as from_on,
        date '2999-12-31' as to_on,
        delivery_id,
        line_no
    from core.absence
    union all
    select
        municipality_code,
        'work_time' as dataset,
        employment_key as row_key,
        month as from_on,
        month as to_on,
        delivery_id,
        line_no
    from core.work_time
    union all
    select
        municipality_code,
        'position' as dataset,
        position_no as row_key,
        month as from_on,
        month as to_on,
        delivery_id,
        line_no
    from core.position
    union all
    select
        municipality_code,
        'referral' as dataset,
        referral_key as row_key,
        date '1900-01-01' as from_on,
        date '2999-12-31' as to_on,
        delivery_id,
        line_no
    from core.referral
    union all
    select
        municipality_code,
        'investigation' as dataset,
        investigation_key as row_key,
        date '1900-01-01' as from_on,
        date '2999-12-31' as to_on,
        delivery_id,
        line_no
    from core.investigation
    union all
    select
        municipality_code,
        'assignment' as dataset,
        concat_ws(' ', case_type_code, case_key, handler_key) as row_key,
        assigned_from as from_on,
        assigned_from as to_on,
        delivery_id,
        line_no
    from core.assignment
    where role_code = 'ansvarig'
    union all
    select
        municipality_code,
        'placement' as dataset,
        placement_key as row_key,
        date '1900-01-01' as from_on,
        date '2999-12-31' as to_on,
        delivery_id,
        line_no
    from core.placement
    union all
    select
        municipality_code,
        'service' as dataset,
        intervention_key as row_key,
        date '1900-01-01' as from_on,
        date '2999-12-31' as to_on,
        delivery_id,
        line_no
    from core.service
    union all
    select
        municipality_code,
        'inspection' as dataset,
        requirement_key as row_key,
        date '1900-01-01' as from_on,
        date '2999-12-31' as to_on,
        delivery_id,
        line_no
    from core.inspection
    union all
    select
        municipality_code,
        'survey' as dataset,
        concat_ws(' ', unit_code, question_code) as row_key,
        month as from_on,
        month as to_on,
        delivery_id,
        line_no
    from core.survey
    union all
    select
        municipality_code,
        'ledger_line' as dataset,
        concat_ws(' ', delivery_id, line_no) as row_key,
        booked_on as from_on,
        booked_on as to_on,
        delivery_id,
        line_no
    from core.ledger_line
    union all
    select
        municipality_code,
        'invoice_line' as dataset,
        concat_ws(' ', delivery_id, line_no) as row_key,
        issued_on as from_on,
        issued_on as to_on,
        delivery_id,
        line_no
    from core.invoice_line
)

select
    keyed.municipality_code,
    keyed.dataset,
    row_key,
    from_on,
    to_on,
    delivery_id,
    file_name,
    line_no
from keyed
inner join lake.live_delivery using (delivery_id);

comment on view origin.delivered_row is 'Varje rad i core med leverans, fil och rad i filen';
comment on column origin.delivered_row.row_key is 'Radens nyckel inom sitt slag av uppgifter';
comment on column origin.delivered_row.from_on is 'Från och med den dag då raden gäller';
