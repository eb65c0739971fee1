-- Established posts over the period, and those of them that nobody held: the mean of its month ends.
-- Grain: one row per municipality, group (alla, occupation, unit) and period with a post.
create or replace view period.vacancy as
select
    municipality_code,
    group_code,
    period_type,
    period_start,
    cast(dec6(ratio(sum(posts), months)) as decimal(18, 4)) as posts,
    cast(dec6(ratio(sum(budgeted_fte), months)) as decimal(18, 4)) as budgeted_fte,
    cast(dec6(ratio(sum(vacant_fte), months)) as decimal(18, 4)) as vacant_fte,
    cast(dec6(ratio(sum(empty_fte), months)) as decimal(18, 4)) as empty_fte
from monthly.vacancy
inner join basis.period_month using (month)
group by municipality_code, group_code, period_type, period_start, months;

comment on view period.vacancy is 'Budgeterade och vakanta årsarbetare i medeltal per månadsslut under perioden';
comment on column period.vacancy.vacant_fte is 'Tjänster som är tomma eller täcks av vikarie eller konsult';
comment on column period.vacancy.empty_fte is 'Tjänster som är tomma';
