-- A thing that several deliveries speak of is counted once, as the newest of them has it.
-- Severity: fail
-- Remedy: Felet ligger i programmet eller i SQL-filerna, inte hos kommunen; ge ut på nytt när det är rättat.
select
    municipality_code,
    'employment' as dataset,
    min(line_no) as line_no
from core.employment
group by municipality_code, employment_key, valid_from
having count(*) > 1
union all
select
    municipality_code,
    'absence' as dataset,
    min(line_no) as line_no
from core.absence
group by municipality_code, absence_no
having count(*) > 1
union all
select
    municipality_code,
    'work_time' as dataset,
    min(line_no) as line_no
from core.work_time
group by municipality_code, employment_key, month
having count(*) > 1
union all
select
    municipality_code,
    'salary' as dataset,
    min(line_no) as line_no
from core.salary
group by municipality_code, employment_key, valid_from
having count(*) > 1
union all
select
    municipality_code,
    'position' as dataset,
    min(line_no) as line_no
from core.position
group by municipality_code, position_no, month
having count(*) > 1
union all
select
    municipality_code,
    'survey' as dataset,
    min(line_no) as line_no
from core.survey
group by municipality_code, unit_code, month, question_code
having count(*) > 1
union all
select
    municipality_code,
    'inspection' as dataset,
    min(line_no) as line_no
from core.inspection
group by municipality_code, requirement_key
having count(*) > 1
union all
select
    municipality_code,
    'unit' as dataset,
    min(line_no) as line_no
from core.unit
group by municipality_code, unit_code, valid_from
having count(*) > 1
union all
select
    municipality_code,
    'referral' as dataset,
    min(line_no) as line_no
from core.referral
group by municipality_code, referral_key
having count(*) > 1
union all
select
    municipality_code,
    'investigation' as dataset,
    min(line_no) as line_no
from core.investigation
group by municipality_code, investigation_key
having count(*) > 1
union all
select
    municipality_code,
    'assignment' as dataset,
    min(line_no) as line_no
from core.assignment
group by municipality_code, case_type_code, case_key, role_code, assigned_from
having count(*) > 1
union all
select
    municipality_code,
    'placement' as dataset,
    min(line_no) as line_no
from core.placement
group by municipality_code, placement_key
having count(*) > 1
union all
select
    municipality_code,
    'service' as dataset,
    min(line_no) as line_no
from core.service
group by municipality_code, intervention_key
having count(*) > 1
union all
select
    municipality_code,
    'invoice_line' as dataset,
    min(line_no) as line_no
from core.invoice_line
group by municipality_code, supplier_key, invoice_type_code, invoice_no, invoice_line_no
having count(*) > 1;
