-- Every figure one may ask for, with its value or the reason why there is none.
-- The grid is laid first and the measures are put on it: a missing figure is a row with a status, never a zero and never
-- an absent row. Numbers stand only where the status is ok: a suppressed figure keeps neither its numerator nor the size
-- of its group, since either would give it away, and where it could be worked out from the others another one goes with it.
-- A measure that is delivered for the whole period but has no row needs months before it (a snapshot a year earlier) that
-- are not. What stood in for a refused correction for too long gives no figure: stale. A new file in 40_measure gets its line in figure.
-- Grain: one row per measure, municipality, occupation and period.
create or replace view value.measure_value as
with figure as (
    select * from measure.po_ext_eb
    union all
    select * from measure.po_kolada
    union all
    select * from measure.po_ext
    union all
    select * from measure.po_ni_ext
    union all
    select * from measure.po_ni_int
    union all
    select * from measure.po_yrke_snap
    union all
    select * from measure.po_yrke
    union all
    select * from measure.po_enhet
    union all
    select * from measure.po_alla_tv
    union all
    select * from measure.po_alla
    union all
    select * from measure.po_franvaro_tv
    union all
    select * from measure.po_franvaro
    union all
    select * from measure.po_brutto
    union all
    select * from measure.sf_tot
    union all
    select * from measure.sf_60
    union all
    select * from measure.sf_60_andel
    union all
    select * from measure.sf_kort
    union all
    select * from measure.sf_mellan
    union all
    select * from measure.sf_sen
    union all
    select * from measure.sf_kort_period
    union all
    select * from measure.sf_mellan_period
    union all
    select * from measure.sf_tillf
    union all
    select * from measure.sf_upprepad
    union all
    select * from measure.fn_5
    union all
    select * from measure.fn_0
    union all
    select * from measure.fn_5_3
    union all
    select * from measure.fn_bortfall
    union all
    select * from measure.vak_andel
    union all
    select * from measure.vak_tom
    union all
    select * from measure.ttf_median
    union all
    select * from measure.tts_median
    union all
    select * from measure.sok_per_tjanst
    union all
    select * from measure.erf_under_1
    union all
    select * from measure.erf_1_2
    union all
    select * from measure.erf_3_5
    union all
    select * from measure.erf_over_5
    union all
    select * from measure.visstid
    union all
    select * from measure.adm_kvot
    union all
    select * from measure.chef_spann
    union all
    select * from measure.chef_spann_p90
    union all
    select * from measure.chef_byte
    union all
    select * from measure.vik_foraldra
    union all
    select * from measure.befordran
    union all
    select * from measure.lon_median
    union all
    select * from measure.lon_p10
    union all
    select * from measure.lon_p90
    union all
    select * from measure.lon_sprid
    union all
    select * from measure.lon_erf
    union all
    select * from measure.lon_km
    union all
    select * from measure.ot_andel
    union all
    select * from measure.ot_tim
    union all
    select * from measure.handl_tim
    union all
    select * from measure.komp_dgr
    union all
    select * from measure.flex_saldo
    union all
    select * from measure.flex_hogt
    union all
    select * from measure.ab_per_arb
    union all
    select * from measure.ab_p90
    union all
    select * from measure.ab_gini
    union all
    select * from measure.hb
    union all
    select * from measure.hb_byte
    union all
    select * from measure.in_arenden
    union all
    select * from measure.ut_arenden
    union all
    select * from measure.balans
    union all
    select * from measure.ko_oford
    union all
    select * from measure.ko_alder
    union all
    select * from measure.fb_14
    union all
    select * from measure.utr_4m
    union all
    select * from measure.utr_4m_strikt
    union all
    select * from measure.utr_tid
    union all
    select * from measure.pl_kopt_andel
    union all
    select * from measure.pl_dygn
    union all
    select * from measure.pl_eget_andel
    union all
    select * from measure.pl_dygnskostnad
    union all
    select * from measure.pl_bryt
    union all
    select * from measure.pl_jour_60
    union all
    select * from measure.kb_kostnad
    union all
    select * from measure.kb_okand
    union all
    select * from measure.kb_fte
    union all
    select * from measure.kb_timpris
    union all
    select * from measure.kb_per_inv
    union all
    select * from measure.pl_per_1000
    union all
    select * from measure.anm_per_1000
),

period as (
    select distinct
        period_type,
        period_start,
        months
    from basis.period_month
),

answered as (
    select
        municipality_code,
        dataset,
        period_type,
        period_start,
        count(*) as months_answered,
        bool_or(is_stale) as is_stale,
        bool_or(is_expired) as is_expired
    from basis.period_month
    inner join core.coverage using (month)
    group by all
),

-- The dataset that answers for the fewest months decides.
coverage as (
    select
        measure_code,
        municipality_code,
        period_type,
        period_start,
        min(coalesce(months_answered, 0)) as months_answered,
        bool_or(coalesce(is_stale, false)) as is_stale,
        bool_or(coalesce(is_expired, false)) as is_expired
    from meta.measure_period
    inner join meta.measure_dataset using (measure_code)
    inner join period using (period_type)
    cross join core.municipality
    left join answered using (municipality_code, dataset, period_type, period_start)
    group by all
),

grid as (
    select
        measure.measure_code,
        definition_version,
        municipality_code,
        split_code,
        group_code,
        period_type,
        period_start,
        months,
        unit_code in ('share', 'ratio') or coalesce(denominator_text, '') <> '' as is_quotient,
        smallest_group
    from basis.asked
    inner join meta.measure as measure using (measure_code)
    inner join period using (period_type)
),

judged as (
    select
        grid.*,
        numerator,
        denominator,
        group_size,
        coalesce(is_stale, false) as is_stale,
        case
            when months_answered = 0 then 'not_delivered'
            when months_answered < months then 'incomplete'
            when figure.measure_code is null then 'incomplete'
            when is_expired then 'stale'
            when numerator is null and coalesce(group_size, 0) = 0 then 'no_population'
            when is_quotient and coalesce(denominator, 0) = 0 then 'no_population'
            when group_size < smallest_group then 'suppressed'
            when numerator is null then 'not_estimable'
            else 'ok'
        end as own_status
    from grid
    left join coverage using (measure_code, municipality_code, period_type, period_start)
    left join figure using (measure_code, municipality_code, group_code, period_type, period_start)
),

-- Staff with a protected identity are in the whole and in no group: one more group that is hidden, of unknown size.
with_protected as (
    select distinct
        municipality_code,
        measure_code,
        1 as is_beside
    from core.employment
    inner join meta.measure_dataset on dataset = 'employment'
    where is_protected
),

whole as (
    select
        measure_code,
        municipality_code,
        period_type,
        period_start,
        own_status as whole_status
    from judged
    where group_code = 'alla'
),

-- What is hidden of the groups of one split, beside the whole.
surrounded as (
    select
        judged.*,
        whole_status,
        coalesce(is_beside, 0) as protected_groups,
        sum(case when own_status = 'suppressed' then 1 else 0 end) over split as groups_hidden,
        sum(case when own_status = 'suppressed' then group_size else 0 end) over split as persons_hidden,
        row_number() over (
            partition by measure_code, municipality_code, period_type, period_start, split_code, own_status
            order by group_size nulls last, group_code
        ) as smallness
    from judged
    inner join whole using (measure_code, municipality_code, period_type, period_start)
    left join with_protected using (municipality_code, measure_code)
    window split as (partition by measure_code, municipality_code, period_type, period_start, split_code)
),

-- The whole less what is shown would give away hidden persons that are too few together: one more group is hidden.
decided as (
    select
        *,
        case
            when
                own_status = 'ok'
                and split_code <> 'alla'
                and smallness = 1
                and whole_status = 'ok'
                and groups_hidden + protected_groups > 0
                and persons_hidden < smallest_group
                then 'suppressed'
            else own_status
        end as status
    from surrounded
)

select
    measure_code,
    definition_version,
    municipality_code,
    split_code,
    group_code,
    period_type,
    period_start,
    case
        when status <> 'ok' then null
        when is_quotient then ratio(numerator, denominator)
        else cast(numerator as double)
    end as value,
    case when status = 'ok' then numerator end as numerator,
    case when status = 'ok' then denominator end as denominator,
    case when status = 'ok' then group_size end as group_size,
    status,
    is_stale
from decided;

comment on view value.measure_value is 'Alla mått för alla kommuner och perioder, med värde eller skälet till att det saknas';
