-- More than half of all that was shown is not withdrawn by deliveries: something is wrong with the program, the configuration or the
-- home folder. A new definition withdraws none of the others.
-- Severity: fail
-- Remedy: Jämför inställningarna och programmets version med den förra utgåvans (release show) och kontrollera att lagret är helt.
with shown as (
    select count(*) as figures_before
    from meta.figure_before
    where status = 'ok'
),

withdrawn as (
    select count(*) as figures_withdrawn
    from revision.change
    where change_code = 'withdrawn' and cause_code <> 'definition'
)

select
    figures_before,
    figures_withdrawn
from shown
cross join withdrawn
where 2 * figures_withdrawn > figures_before;
