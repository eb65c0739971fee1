-- A figure of ours is not the official one, and nothing is known to differ between them: one of the two is wrong.
-- Severity: advisory
-- Remedy: Sök felet i leveransen eller i det som förts in, eller skriv vad som skiljer i config/official_figures.yaml.
select
    municipality_code,
    indicator_id,
    year,
    own_value,
    official_value
from benchmark.reconciliation
where reasons = 'unexplained';
