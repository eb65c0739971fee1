-- Two means that are often taken for one another: of municipalities, and of all their people together.
-- Unweighted, every municipality counts alike, as in Kolada's groups; weighted, the sum of numerators by the sum of
-- denominators, as if the group were one municipality. Pairwise complete: who has no figure is in neither sum. With one or
-- two values a mean is somebody's own figure: there is none below three.
-- Grain: one row per measure, occupation, period and peer group with at least three values.
create or replace view benchmark.peer_mean as
select
    measure_code,
    group_code,
    period_type,
    period_start,
    peer_group_code,
    dec6(ratio(sum(dec12(value)), count(*))) as unweighted_mean,
    dec6(ratio(sum(numerator), sum(denominator))) as weighted_mean
from value.measure_value
inner join period.peer using (municipality_code, period_type, period_start)
where status = 'ok' and split_code <> 'enhet'
group by all
having count(*) >= 3;

comment on view benchmark.peer_mean is 'Ovägt och vägt medelvärde i varje jämförelsegrupp';
comment on column benchmark.peer_mean.unweighted_mean is 'Medelvärde av kommunernas värden: alla kommuner väger lika';
comment on column benchmark.peer_mean.weighted_mean is 'Summan av täljarna genom summan av nämnarna: varje person väger lika; tomt där inget delas';
