-- A measure that nobody has a value for is either not delivered anywhere or broken.
-- Severity: advisory
-- Remedy: Se efter i bi.measure_value vilken status som är vanligast för måttet.
select measure_code
from meta.measure
where
    measure_code not in (
        select measure_code
        from value.measure_value
        where status = 'ok'
    );
