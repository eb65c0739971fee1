-- Får vi sökande, hur lång tid tar det att anställa, och täcks föräldraledigheter med fast personal?
-- Asked by: Socialchef
-- Mind: Studenter som kommer tillbaka som anställda går inte att se: tidigare anställningar utanför filerna är inte kända.
select
    municipality_name,
    year,
    round(sok_per_tjanst, 1) as applicants_per_post,
    ttf_median as days_to_contract,
    tts_median as days_to_first_day,
    round(100 * vik_foraldra, 1) as leave_covered_by_permanent_percent,
    round(100 * vak_tom, 1) as empty_posts_percent
from bi.staff_year
inner join bi.municipality using (municipality_code, municipality_name)
order by sort_order, year;
