-- Terms that go on after the next terms of the same employment have begun.
-- An older row without an end is no fault: systems that deliver only what changed leave it open, and basis.staff_term
-- ends it. Only an end that was stated, and is too late, is told.
-- Grain: one row per row of the delivery.
create or replace view finding.overlapping_employment as
with followed as (
    select
        municipality_code,
        delivery_id,
        line_no,
        unit_code,
        valid_to,
        lead(valid_from) over (
            partition by municipality_code, employment_key
            order by valid_from
        ) as next_from
    from core.employment
)

select
    municipality_code,
    delivery_id,
    line_no,
    'overlapping_employment' as finding_code,
    unit_code
from followed
where next_from <= valid_to;

comment on view finding.overlapping_employment is 'Villkor som slutar efter att nästa villkor för samma anställning har börjat';
