-- What one definition counts, a wider one counts too: short sick leave is sick leave, leaving by choice is leaving.
-- Which definition is a part of which stands with the measure (part_of).
-- Severity: fail
-- Remedy: Jämför måttens SQL i sql/40_measure; den snävare definitionen räknar något som den vidare inte räknar.
select
    narrow.measure_code,
    part_of_code,
    narrow.municipality_code,
    narrow.group_code,
    narrow.period_type,
    narrow.period_start
from meta.measure as definition
inner join value.measure_value as narrow using (measure_code)
inner join value.measure_value as wide
    on
        wide.measure_code = part_of_code
        and wide.municipality_code = narrow.municipality_code
        and wide.group_code = narrow.group_code
        and wide.period_type = narrow.period_type
        and wide.period_start = narrow.period_start
where narrow.numerator > wide.numerator;
