-- An interval that ends before it begins gives negative time in every measure that counts days.
-- Deliveries are checked row by row on the way in; this catches what a merge of deliveries or a change of SQL makes.
-- Severity: fail
-- Remedy: Rätta slutdatumet i källsystemet och skicka leveransen igen.
select
    municipality_code,
    'employment' as dataset,
    delivery_id,
    line_no
from core.employment
where valid_to < valid_from
union all
select
    municipality_code,
    'absence' as dataset,
    delivery_id,
    line_no
from core.absence
where ended_on < started_on
union all
select
    municipality_code,
    'assignment' as dataset,
    delivery_id,
    line_no
from core.assignment
where assigned_to < assigned_from
union all
select
    municipality_code,
    'investigation' as dataset,
    delivery_id,
    line_no
from core.investigation
where ended_on < started_on
union all
select
    municipality_code,
    'placement' as dataset,
    delivery_id,
    line_no
from core.placement
where ended_on < started_on
union all
select
    municipality_code,
    'referral' as dataset,
    delivery_id,
    line_no
from core.referral
where decided_on < received_on;
