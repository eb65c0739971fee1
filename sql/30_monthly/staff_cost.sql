-- What hired social workers cost, and the hours the municipality's own worked.
-- Cost is booked when it is booked: a credit note lowers its own month, not the invoice's. Own pay is not in any
-- delivery yet, so hours are as far as facts go; where worked hours are not given, the ordinary ones stand in.
-- Grain: one row per municipality and month with either.
create or replace view monthly.staff_cost as
with part as (
    select
        municipality_code,
        month_of(booked_on) as month,
        amount_sek as hired_cost_sek,
        cast(0 as decimal(18, 2)) as own_hours,
        cast(null as string) as person_key
    from event.ledger_line_class
    where class_code = 'inhyrd_socionom'
    union all
    select
        municipality_code,
        month,
        cast(0 as decimal(14, 2)) as hired_cost_sek,
        coalesce(worked_hours, ordinary_hours) as own_hours,
        person_key
    from spell.work_month
    where held_occupation_code in ('socialsekreterare', 'bistandshandlaggare', 'familjeradgivare', 'kurator')
)

select
    municipality_code,
    month,
    cast(sum(hired_cost_sek) as decimal(18, 2)) as hired_cost_sek,
    cast(sum(own_hours) as decimal(18, 2)) as own_hours,
    cast(count(distinct person_key) as integer) as own_persons
from part
group by all;

comment on view monthly.staff_cost is 'Kostnad för inhyrda socionomer och egna socionomers arbetade timmar';
