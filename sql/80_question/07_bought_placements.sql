-- Köper vi fler placeringar än vi har egna, och vad kostar ett dygn?
-- Asked by: Controller
-- Mind: Dygnskostnaden blandar boendeformer: fler dyra placeringar höjer den utan att något pris har ändrats.
select
    municipality_name,
    year,
    pl_dygn as care_days,
    round(100 * pl_kopt_andel, 1) as bought_percent,
    round(100 * pl_eget_andel, 1) as own_homes_percent,
    round(pl_dygnskostnad) as sek_per_day,
    round(pl_per_1000, 1) as placed_per_1000
from bi.cost_year
inner join bi.municipality using (municipality_code, municipality_name)
order by sort_order, year;
