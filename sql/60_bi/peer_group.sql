-- The groups of municipalities that are compared with each other, in each edition of their division.
-- A group of similar municipalities is that of one municipality: who is in it need not be compared with it.
-- Grain: one row per peer group of this release and edition of its division.
create or replace view bi.peer_group as
with sized as (
    select
        peer_group_code,
        division_code,
        division_year,
        valid_to,
        count(*) as municipalities,
        max(case when is_compared then municipality_code end) as municipality_code
    from core.peer_membership
    group by all
),

labelled as (
    select distinct
        peer_group_code,
        division_code,
        division_year,
        peer_group_label
    from meta.peer_group_member
)

select
    peer_group_code,
    case
        when division_code = 'alla' then 'Alla kommuner'
        else coalesce(peer_group_label, concat_ws(': ', division_name, municipality_name))
    end as peer_group_label,
    cast(municipalities as int) as municipalities,
    division_code,
    coalesce(division_name, 'Alla kommuner') as division_name,
    division_year,
    case when valid_to < date '2999-12-31' then valid_to end as valid_to,
    source,
    cast(
        row_number() over (
            order by
                division_code,
                case when peer_group_label is null then sort_order end nulls first,
                peer_group_code,
                division_year nulls first
        ) as int
    ) as sort_order
from sized
left join meta.peer_division using (division_code, division_year)
left join labelled using (peer_group_code, division_code, division_year)
left join core.municipality using (municipality_code);

comment on view bi.peer_group is 'Grupper av kommuner som jämförs med varandra, i varje utgåva av sin indelning';
comment on column bi.peer_group.peer_group_code is 'Jämförelsegruppens kod: alla, grupp i SKR:s indelning, eller rka_ifo_ och kommunens kod för dess liknande kommuner';
comment on column bi.peer_group.peer_group_label is 'Jämförelsegruppens namn';
comment on column bi.peer_group.municipalities is 'Antal kommuner i gruppen som har levererat något';
comment on column bi.peer_group.division_code is 'Indelningen som gruppen hör till: alla, skr eller rka_ifo';
comment on column bi.peer_group.division_name is 'Indelningens namn';
comment on column bi.peer_group.division_year is 'Utgåva av indelningen; den första används också för tiden före den';
comment on column bi.peer_group.valid_to is 'Sista dagen före nästa utgåva; tomt om ingen senare är känd';
comment on column bi.peer_group.source is 'Var indelningen står';
comment on column bi.peer_group.sort_order is 'Plats i listor';
