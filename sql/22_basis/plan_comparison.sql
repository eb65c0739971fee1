-- Whom an action plan's time before and after are looked at for: the municipality itself, and those it is compared with.
-- Before are the twelve months up to the plan's first month. Its introduction (plan_introduction_months) is neither; after are
-- the twelve months that follow it. Who had a plan of its own at any time from the first of these months to the last is no
-- comparison: what happened there is not what happens without a plan. A plan without a told end goes on. The group is that of the
-- day the plan began, before and after.
-- Grain: one row per plan, peer group of its municipality, and municipality looked at.
create or replace view basis.plan_comparison as
with plan as (
    select
        plan_id,
        municipality_code as plan_municipality_code,
        started_on as plan_started_on,
        plus_months(month_of(started_on), -12) as before_from,
        plus_months(month_of(started_on), cast(parameter_value as integer)) as after_from,
        plus_months(month_of(started_on), cast(parameter_value as integer) + 12) as after_until
    from meta.action_plan
    inner join meta.parameter on parameter_name = 'plan_introduction_months'
)

select
    plan.plan_id,
    own.peer_group_code,
    member.municipality_code,
    member.municipality_code = plan_municipality_code as has_plan,
    before_from,
    after_from
from plan
inner join core.peer_membership as own
    on own.municipality_code = plan_municipality_code
    and own.is_compared
    and plan_started_on between own.valid_from and own.valid_to
inner join core.peer_membership as member
    on member.peer_group_code = own.peer_group_code
    and plan_started_on between member.valid_from and member.valid_to
left join meta.action_plan as other
    on other.municipality_code = member.municipality_code
    and other.municipality_code <> plan_municipality_code
    and other.started_on < after_until
    and coalesce(other.ended_on, after_until) >= before_from
where other.plan_id is null;

comment on view basis.plan_comparison is 'Kommunen med en handlingsplan, och de kommuner som den jämförs med före och efter';
comment on column basis.plan_comparison.before_from is 'Första månaden av de tolv före planen';
comment on column basis.plan_comparison.after_from is 'Första månaden av de tolv efter införandet';
