-- Hyr två av tre kommuner fortfarande in socionomer?
-- Asked by: Journalist
-- Mind: Bara kommuner som har levererat sin reskontra räknas; de är inte dragna som ett urval av landet.
select
    peer_group_label,
    year(period_start) as year,
    hired.municipalities,
    users,
    round(100 * user_share) as percent
from bi.hired_staff_use as hired
inner join bi.peer_group using (peer_group_code)
where period_type = 'year'
order by sort_order, year;
