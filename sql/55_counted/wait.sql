-- What began in the period and how long it took, or has taken so far: investigations about children, recruitments, entries.
-- A post may be recruited for twice in a period.
-- Grain: one row per period of twelve months, group (alla, occupation), what is waited for and thing that began.
create or replace view counted.wait as
with kind as (
    select *
    from (
        values
        ('utredning_klar', 'Avslutad utredning'),
        ('utredning_pagar', 'Utredning som pågår'),
        ('rekrytering_klar', 'Avslutad rekrytering'),
        ('rekrytering_pagar', 'Rekrytering som pågår'),
        ('tilltrade_klar', 'Tillträdd'),
        ('tilltrade_pagar', 'Väntar på tillträde')
    ) as listed (kind_code, kind_label)
),
waited as (
    select
        wait.*,
        concat_ws('_', kind_code, case when is_over then 'klar' else 'pagar' end) as outcome_code
    from event.wait as wait
)

select
    municipality_code,
    group_code,
    period_type,
    period_start,
    kind.kind_code,
    kind_label,
    told_on as counted_on,
    case when dataset = 'position' then concat_ws(' ', row_key, cast(started_on as string)) else row_key end
        as subject_key,
    cast(days as decimal(18, 6)) as quantity,
    1 as month_ends,
    dataset,
    row_key
from waited
inner join kind on kind.kind_code = outcome_code
inner join basis.period_month on month = month_of(started_on)
where period_type in ('rolling_12', 'year');

comment on view counted.wait is 'Utredningar, rekryteringar och tillträden som väntats på, rad för rad';
