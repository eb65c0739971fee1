-- Every figure one may ask for, with what was counted, or the reason why nothing was; judged by itself alone.
-- The grid is laid first and the measures are put on it: a missing figure is a row with a status, never a zero and never
-- an absent row. A measure that is delivered for the whole period but has no row needs months before it (a snapshot a year
-- earlier) that are not. What stood in for a refused correction for too long gives no figure: stale. Suppressed is what
-- stands on too few persons, or tells of too few cases (or too few that are not); the numbers are still here, and what has to
-- be hidden with it is decided in value.measure_value. A new file in 40_measure gets its line in figure.
-- Groups of sex and age together (kon_alder) are counted to standardise by and left out here: that keeps them from being shown.
-- Grain: one row per measure, municipality, group and period.
create or replace view judged.figure as
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
    select * from measure.lon_kvot
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
    select * from measure.ab_viktad
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
    union all
    select * from measure.anst
    union all
    select * from measure.arsarb
    union all
    select * from measure.hme_tot
    union all
    select * from measure.hme_motivation
    union all
    select * from measure.hme_ledarskap
    union all
    select * from measure.hme_styrning
    union all
    select * from measure.hme_svar
    union all
    select * from measure.uppf_plan
    union all
    select * from measure.sam_utb
    union all
    select * from measure.oppen_andel
    union all
    select * from measure.ins_utan_prov
    union all
    select * from measure.av_krav
    union all
    select * from measure.av_oppna
    union all
    select * from measure.av_forsenade
    union all
    select * from measure.kb_multipel
    union all
    select * from measure.niva_andel
    union all
    select * from measure.visstid_tid
    union all
    select * from measure.ansttid_median
),

period as (
    select distinct
        period_type,
        period_start,
        period_end,
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
        period_end,
        tie_code,
        unit_code = 'share' as is_share,
        unit_code in ('share', 'ratio') or coalesce(denominator_text, '') <> '' as is_quotient,
        smallest_group,
        smallest_count
    from basis.asked
    inner join meta.measure as measure using (measure_code)
    inner join period using (period_type)
    where split_code <> 'kon_alder'
)

select
    measure_code,
    definition_version,
    municipality_code,
    split_code,
    group_code,
    period_type,
    period_start,
    months,
    period_end,
    tie_code,
    is_share,
    is_quotient,
    smallest_group,
    smallest_count,
    numerator,
    denominator,
    group_size,
    case when is_quotient then ratio(numerator, denominator) else cast(numerator as double) end as value,
    coalesce(is_stale, false) as is_stale,
    case
        when months_answered = 0 then 'not_delivered'
        when months_answered < months then 'incomplete'
        when figure.measure_code is null then 'incomplete'
        when is_expired then 'stale'
        when coalesce(group_size, 0) = 0 and (numerator is null or is_quotient and coalesce(denominator, 0) = 0)
            then 'no_population'
        when group_size < smallest_group then 'suppressed'
        when numerator is null then 'not_estimable'
        when is_quotient and coalesce(denominator, 0) = 0 then 'no_population'
        when numerator > 0 and numerator < smallest_count then 'suppressed'
        when is_share and numerator < denominator and denominator - numerator < smallest_count then 'suppressed'
        else 'ok'
    end as own_status
from grid
left join coverage using (measure_code, municipality_code, period_type, period_start)
left join figure using (measure_code, municipality_code, group_code, period_type, period_start);

comment on view judged.figure is 'Alla mått för alla kommuner och perioder med vad som räknats, bedömda vart och ett för sig; även det som inte får visas';
comment on column judged.figure.own_status is 'ok, eller varför det inte finns något värde att visa';
comment on column judged.figure.smallest_count is 'Antal som är färre än så, men inte noll, visas inte';
comment on column judged.figure.tie_code is 'Mått som kan räknas ut ur varandra har samma';
