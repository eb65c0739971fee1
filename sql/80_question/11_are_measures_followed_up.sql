-- Vilka åtgärder har beslutats för arbetsmiljön, och följs de upp?
-- Asked by: Arbetsmiljöverkets inspektör
-- Mind: Att det finns värden före och efter säger inte att arbetsgivaren har följt upp; kraven i ett föreläggande står i diariet.
with followed as (
    select
        plan_id,
        count(distinct measure_code) as measures_before_and_after
    from bi.plan_effect
    where status = 'ok'
    group by plan_id
)

select
    municipality_name,
    plan_name,
    started_on,
    ended_on,
    what,
    coalesce(measures_before_and_after, 0) as measures_before_and_after
from bi.action_plan
left join followed using (plan_id)
order by started_on;
