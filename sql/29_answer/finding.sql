-- What the rules between rows have found, all rules together: the rows stay in every figure, but for amounts that
-- are not in kronor and answers of surveys that cannot be, and their senders are told.
-- Line 0 is the delivery as a whole. A row about somebody with a protected identity is told without its unit. Only
-- deliveries in use are judged: what has been replaced needs no answer.
-- Grain: one row per finding and row of a delivery.
create or replace view answer.finding as
with found as (
    select * from finding.absence_outside_employment
    union all
    select * from finding.amount_in_other_currency
    union all
    select * from finding.credit_note_without_invoice
    union all
    select * from finding.decision_before_report
    union all
    select * from finding.handler_not_employed
    union all
    select * from finding.implausible_row_count
    union all
    select * from finding.implausible_total
    union all
    select * from finding.implausible_turnover
    union all
    select * from finding.investigation_before_referral
    union all
    select * from finding.overlapping_employment
    union all
    select * from finding.placement_left_open
    union all
    select * from finding.survey_out_of_range
)

select
    found.municipality_code,
    live.dataset,
    found.delivery_id,
    found.line_no,
    found.finding_code,
    catalogue.severity_code,
    case when hidden.line_no is null then found.unit_code end as unit_code
from found
inner join lake.live_delivery as live using (delivery_id)
inner join meta.finding_code as catalogue using (finding_code)
left join basis.protected_line as hidden
    on hidden.delivery_id = found.delivery_id and hidden.line_no = found.line_no;

comment on view answer.finding is 'Anmärkningar från reglerna mellan rader, en per rad i leveransen';
comment on column answer.finding.line_no is 'Radens nummer i den levererade filen; 0 om anmärkningen gäller hela leveransen';
