-- Which municipalities are compared with which, and when: everybody with everybody, each within its group of a division
-- (SKR's), and each with those that a division calls similar to it (RKA's).
-- An edition of a division is valid until the next one; the first one known is taken for the time before it too. A municipality
-- is its own peer: medians and ranks include it. Being similar is not mutual: the similar ones of a municipality are a group of
-- its own, whose other members are counted in it but not compared with it (is_compared is false). Only municipalities that have
-- sent anything are here.
-- Grain: one row per municipality, peer group and edition of its division.
create or replace view core.peer_membership as
with sender as (
    select municipality_code
    from meta.municipality
    where municipality_code in (select municipality_code from meta.delivery)
),

edition as (
    select
        division_code,
        division_year,
        case
            when row_number() over by_year = 1 then date '1900-01-01'
            else make_date(division_year, 1, 1)
        end as valid_from,
        coalesce(make_date(lead(division_year) over by_year, 1, 1) - 1, date '2999-12-31') as valid_to
    from meta.peer_division
    window by_year as (partition by division_code order by division_year)
),

listed as (
    select
        division_code,
        division_year,
        peer_group_code,
        municipality_code,
        true as is_compared
    from meta.peer_group_member
    union all
    select distinct
        division_code,
        division_year,
        concat_ws('_', division_code, municipality_code) as peer_group_code,
        municipality_code,
        true as is_compared
    from meta.similar_municipality
    inner join sender using (municipality_code)
    union all
    select
        division_code,
        division_year,
        concat_ws('_', division_code, municipality_code) as peer_group_code,
        similar_code as municipality_code,
        false as is_compared
    from meta.similar_municipality
    inner join sender using (municipality_code)
)

select
    municipality_code,
    'alla' as peer_group_code,
    'alla' as division_code,
    cast(null as integer) as division_year,
    date '1900-01-01' as valid_from,
    date '2999-12-31' as valid_to,
    true as is_compared
from sender
union all
select
    municipality_code,
    peer_group_code,
    division_code,
    division_year,
    valid_from,
    valid_to,
    is_compared
from listed
inner join edition using (division_code, division_year)
inner join sender using (municipality_code);

comment on view core.peer_membership is 'Vilka jämförelsegrupper varje kommun ingår i, och när';
comment on column core.peer_membership.division_code is 'Indelning: alla, skr eller rka_ifo';
comment on column core.peer_membership.division_year is 'Utgåvans år; tomt för alla';
comment on column core.peer_membership.valid_from is 'Första dagen; den första kända utgåvan används också för tiden före den';
comment on column core.peer_membership.is_compared is 'Om kommunen jämförs med gruppen; annars är den bara en annan kommuns jämförelse';
