-- Half of all that was shown is not withdrawn by deliveries: something is wrong with the program, the configuration or the home
-- folder. What a new definition withdraws is meant.
-- Severity: fail
-- Remedy: Jämför programmets version och inställningar med utgåvan före (release show). Är det meningen, höj withdrawn_percent_of_all till 100 för en natt.
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
cross join meta.parameter
where parameter_name = 'withdrawn_percent_of_all'
    and 100 * figures_withdrawn > cast(parameter_value as integer) * figures_before;
