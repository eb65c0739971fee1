-- Who is compared with whom in each period: in the edition of a division that is valid on the period's last day.
-- A period before the first edition known is compared within that one, and is_later_division tells.
-- Grain: one row per municipality, peer group and period.
create or replace view period.peer as
with period as (
    select distinct
        period_type,
        period_start,
        period_end
    from basis.period_month
)

select
    municipality_code,
    peer_group_code,
    division_code,
    division_year,
    period_type,
    period_start,
    is_compared,
    coalesce(division_year > year(period_end), false) as is_later_division
from core.peer_membership
inner join period on period_end between valid_from and valid_to;

comment on view period.peer is 'Vilka jämförelsegrupper varje kommun ingår i, för varje period';
comment on column period.peer.is_compared is 'Om kommunen jämförs med gruppen; annars är den bara en annan kommuns jämförelse';
comment on column period.peer.is_later_division is 'Om indelningen är senare än perioden';
