-- What was wrong with each delivery, found while it was read or by the rules between rows.
-- Of a delivery that has been read again, what the newest reading found. Rules are held against deliveries in use only.
-- Grain: one row per delivery and finding code.
create or replace view bi.finding as
with newest as (
    select
        municipality_code,
        dataset,
        delivery_id,
        reading_id,
        row_number() over (partition by delivery_id order by known_on desc, reading_no desc, received_at desc, reading_id desc) as newness
    from meta.delivery
),
counted as (
    select
        newest.municipality_code,
        newest.dataset,
        newest.delivery_id,
        found.finding_code,
        found.finding_count
    from newest
    inner join meta.delivery_finding as found using (reading_id)
    where newest.newness = 1
    union all
    select
        municipality_code,
        dataset,
        delivery_id,
        finding_code,
        count(*) as finding_count
    from answer.finding
    group by municipality_code, dataset, delivery_id, finding_code
)

select
    counted.municipality_code,
    counted.dataset,
    counted.delivery_id,
    counted.finding_code,
    catalogue.severity_code,
    catalogue.found_by_code,
    catalogue.finding_text,
    counted.finding_count
from counted
inner join meta.finding_code as catalogue using (finding_code);

comment on view bi.finding is 'Anmärkningar på leveranserna';
comment on column bi.finding.municipality_code is 'Kommunens fyrsiffriga kod';
comment on column bi.finding.dataset is 'Slag av uppgifter';
comment on column bi.finding.delivery_id is 'Leveransens beteckning, som i kvittot';
comment on column bi.finding.finding_code is 'Anmärkningens kod, som i kvittot';
comment on column bi.finding.severity_code is 'Hur allvarlig: fatal (hela leveransen), error (raden), warning (raden används) eller info';
comment on column bi.finding.found_by_code is 'Var den hittades: reading (inläsningen), rule (mellan rader) eller night (nattkörningen)';
comment on column bi.finding.finding_text is 'Vad som är fel';
comment on column bi.finding.finding_count is 'Antal gånger';
