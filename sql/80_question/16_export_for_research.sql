-- Blev det bättre där man satsade på dialog och tillit än i liknande kommuner?
-- Asked by: Forskare
-- Mind: Planen valdes inte slumpvis; spara utgåva och version med värdena, så att de kan räknas fram igen.
select
    plan_id,
    measure_code,
    course.definition_version,
    month,
    months_from_start,
    value,
    comparison_mean,
    comparisons,
    as_of,
    course.release_id
from bi.plan_course as course
inner join meta.release as published
    on course.release_id = published.release_id
where
    plan_id = 'nykoping_2015'
    and peer_group_code = 'alla'
    and measure_code in ('SF_TOT', 'OT_TIM', 'AB_PER_ARB')
order by measure_code, month;
