-- What the release before showed of a municipality is seldom withdrawn by much: then its newest delivery lacks something, however
-- whole it looks. Withdrawn because a definition is new, or a correction was waited for too long, it is as it should be.
-- Severity: advisory
-- Remedy: Jämför utgåvorna (release diff) och fråga kommunen om den senaste leveransen är hel, innan siffrorna används.
with shown as (
    select
        municipality_code,
        count(*) as figures_before
    from meta.figure_before
    where status = 'ok'
    group by municipality_code
),

withdrawn as (
    select
        municipality_code,
        count(*) as figures_withdrawn
    from revision.change
    where change_code = 'withdrawn' and cause_code not in ('definition', 'too_old')
    group by municipality_code
)

select
    municipality_code,
    figures_before,
    figures_withdrawn
from shown
inner join withdrawn using (municipality_code)
cross join meta.parameter
where parameter_name = 'withdrawn_percent' and 100 * figures_withdrawn > cast(parameter_value as integer) * figures_before;
