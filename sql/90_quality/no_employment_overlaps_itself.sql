-- Terms that overlap are counted once a person, but which of them counts is then chance.
-- Severity: advisory
-- Remedy: Be kommunen avsluta den äldre raden när villkoren ändras.
with followed as (
    select
        municipality_code,
        delivery_id,
        line_no,
        valid_to,
        lead(valid_from) over (
            partition by municipality_code, employment_key
            order by valid_from nulls last
        ) as next_from
    from core.employment
)

select
    municipality_code,
    delivery_id,
    line_no
from followed
where next_from <= coalesce(valid_to, next_from);
