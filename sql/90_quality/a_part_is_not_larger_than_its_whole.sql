-- What one definition counts, a wider one counts too: short sick leave is sick leave, leaving by choice is leaving.
-- The pairs are the narrower and the wider definition.
-- Severity: fail
-- Remedy: Jämför måttens SQL i sql/40_measure; den snävare definitionen räknar något som den vidare inte räknar.
with pair as (
    select *
    from (
        values
        ('SF_KORT', 'SF_TOT'),
        ('SF_60', 'SF_TOT'),
        ('SF_MELLAN', 'SF_TOT'),
        ('SF_SEN', 'SF_60'),
        ('SF_KORT_PERIOD', 'SF_KORT'),
        ('SF_MELLAN_PERIOD', 'SF_TOT'),
        ('FN_0', 'FN_5_3'),
        ('FN_5_3', 'FN_5'),
        ('VAK_TOM', 'VAK_ANDEL'),
        ('UTR_4M_STRIKT', 'UTR_4M'),
        ('PL_KOPT_ANDEL', 'PL_DYGN'),
        ('PO_EXT_EB', 'PO_EXT'),
        ('PO_EXT', 'PO_YRKE'),
        ('PO_YRKE', 'PO_ENHET'),
        ('PO_ENHET', 'PO_ALLA_TV'),
        ('PO_ALLA_TV', 'PO_FRANVARO_TV'),
        ('PO_ALLA', 'PO_FRANVARO')
    ) as listed (narrow_code, wide_code)
)

select
    narrow_code,
    wide_code,
    narrow.municipality_code,
    narrow.group_code,
    narrow.period_type,
    narrow.period_start
from pair
inner join value.measure_value as narrow
    on narrow.measure_code = narrow_code
inner join value.measure_value as wide
    on
        wide.measure_code = wide_code
        and wide.municipality_code = narrow.municipality_code
        and wide.group_code = narrow.group_code
        and wide.period_type = narrow.period_type
        and wide.period_start = narrow.period_start
where narrow.numerator > wide.numerator;
