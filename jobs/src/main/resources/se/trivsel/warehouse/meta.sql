-- What the layers stand on besides the rows: configuration, deliveries and time. Filled by MetaTables, column by column in
-- this order.
create schema meta;

create table meta.as_of (as_of date);
comment on table meta.as_of is 'Dagen som utgåvan gäller: inget som blev känt senare är med';
comment on column meta.as_of.as_of is 'Utgåvans dag';

create table meta.release (
    release_id varchar,
    as_of date,
    published_at timestamp,
    code_version varchar,
    definition_version varchar
);
comment on table meta.release is 'Utgåvan, en rad';
comment on column meta.release.release_id is 'Utgåvans beteckning';
comment on column meta.release.as_of is 'Utgåvans dag: inget som blev känt senare är med';
comment on column meta.release.published_at is 'När utgåvan gjordes, i UTC';
comment on column meta.release.code_version is 'Programmets version';
comment on column meta.release.definition_version is 'Definitionernas version';

create table meta.municipality (
    municipality_code varchar,
    municipality_name varchar,
    sort_order integer
);
comment on table meta.municipality is 'Kommuner som är upplagda';
comment on column meta.municipality.municipality_code is 'Kommunens fyrsiffriga kod';
comment on column meta.municipality.municipality_name is 'Kommunens namn';
comment on column meta.municipality.sort_order is 'Plats i svensk bokstavsordning';

create table meta.code (list_name varchar, code varchar, label varchar, sort_order integer);
comment on table meta.code is 'Kodlistor';
comment on column meta.code.list_name is 'Kodlistans namn';
comment on column meta.code.code is 'Kod';
comment on column meta.code.label is 'Kodens namn på svenska';
comment on column meta.code.sort_order is 'Plats i listan';

create table meta.measure (
    measure_code varchar,
    definition_version varchar,
    valid_from date,
    family varchar,
    measure_name varchar,
    definition varchar,
    numerator_text varchar,
    denominator_text varchar,
    population_text varchar,
    unit_code varchar,
    direction_code varchar,
    smallest_group integer,
    smallest_count integer,
    tie_code varchar,
    part_of_code varchar,
    interval_code varchar,
    official_id varchar,
    rows_not_told varchar
);
comment on table meta.measure is 'Måttens definitioner';
comment on column meta.measure.measure_code is 'Måttets kod';
comment on column meta.measure.definition_version is 'Definitionens version';
comment on column meta.measure.valid_from is 'Dagen då versionen började gälla';
comment on column meta.measure.family is 'Område som måttet hör till';
comment on column meta.measure.measure_name is 'Måttets namn';
comment on column meta.measure.definition is 'Vad måttet säger';
comment on column meta.measure.numerator_text is 'Vad som räknas i täljaren';
comment on column meta.measure.denominator_text is 'Vad som räknas i nämnaren';
comment on column meta.measure.population_text is 'Vilka måttet gäller';
comment on column meta.measure.unit_code is 'Enhet: share, ratio, count, days, hours eller sek';
comment on column meta.measure.direction_code is 'Om högt eller lågt är bra: lower_is_better, higher_is_better eller none';
comment on column meta.measure.smallest_group is 'Minsta antal personer som ett visat värde får gälla';
comment on column meta.measure.smallest_count is 'Antal som är färre än så, men inte noll, visas inte; 0 om alla visas';
comment on column meta.measure.tie_code is 'Mått som kan räknas ut ur varandra har samma';
comment on column meta.measure.part_of_code is 'Måttet vars täljare rymmer det här måttets';
comment on column meta.measure.interval_code is 'Hur osäkerheten anges: wilson, byar eller none';
comment on column meta.measure.official_id is 'Motsvarande officiella nyckeltal, till exempel i Kolada';
comment on column meta.measure.rows_not_told is 'Varför måttets rader inte kan visas; tomt där de kan';

create table meta.withheld (
    measure_code varchar,
    definition_version varchar,
    municipality_code varchar,
    group_code varchar,
    period_type varchar,
    period_start date,
    numerator decimal(18, 4),
    denominator decimal(18, 4),
    group_size integer
);
comment on table meta.withheld is 'Värden som tidigare utgåvor undertryckte, med de tal som gällde då';
comment on column meta.withheld.measure_code is 'Måttets kod';
comment on column meta.withheld.definition_version is 'Definitionens version';
comment on column meta.withheld.municipality_code is 'Kommunens fyrsiffriga kod';
comment on column meta.withheld.group_code is 'Gruppens kod';
comment on column meta.withheld.period_type is 'Periodens slag';
comment on column meta.withheld.period_start is 'Periodens första dag';
comment on column meta.withheld.numerator is 'Täljaren';
comment on column meta.withheld.denominator is 'Nämnaren';
comment on column meta.withheld.group_size is 'Gruppens storlek';

create table meta.release_before (release_id varchar, code_version varchar, definition_version varchar);
comment on table meta.release_before is 'Utgåvan som alla såg när denna gjordes, en rad; ingen före den första';
comment on column meta.release_before.release_id is 'Utgåvans beteckning';
comment on column meta.release_before.code_version is 'Programmets version';
comment on column meta.release_before.definition_version is 'Definitionernas version';

create table meta.figure_before (
    measure_code varchar,
    definition_version varchar,
    municipality_code varchar,
    split_code varchar,
    group_code varchar,
    period_type varchar,
    period_start date,
    value double,
    status varchar
);
comment on table meta.figure_before is 'Värdena i utgåvan före, som de visades';
comment on column meta.figure_before.measure_code is 'Måttets kod';
comment on column meta.figure_before.definition_version is 'Definitionens version';
comment on column meta.figure_before.municipality_code is 'Kommunens fyrsiffriga kod';
comment on column meta.figure_before.split_code is 'Vad värdet är uppdelat på';
comment on column meta.figure_before.group_code is 'Gruppens kod';
comment on column meta.figure_before.period_type is 'Periodens slag';
comment on column meta.figure_before.period_start is 'Periodens första dag';
comment on column meta.figure_before.value is 'Måttets värde; tomt om status inte är ok';
comment on column meta.figure_before.status is 'ok, eller varför värdet saknas';

create table meta.delivery_before (
    delivery_id varchar,
    reading_id varchar,
    municipality_code varchar,
    dataset varchar,
    period_from date,
    period_to date,
    is_stale boolean
);
comment on table meta.delivery_before is 'Leveranserna som användes i utgåvan före';
comment on column meta.delivery_before.delivery_id is 'Leveransens beteckning';
comment on column meta.delivery_before.reading_id is 'Inläsningens beteckning: leveransen läst med en version av reglerna';
comment on column meta.delivery_before.municipality_code is 'Kommunens fyrsiffriga kod';
comment on column meta.delivery_before.dataset is 'Slag av uppgifter';
comment on column meta.delivery_before.period_from is 'Första månaden som leveransen omfattar';
comment on column meta.delivery_before.period_to is 'Sista månaden som leveransen omfattar';
comment on column meta.delivery_before.is_stale is 'Om uppgifterna användes fast en rättelse av dem hade underkänts';

create table meta.peer_before (municipality_code varchar, peer_group_code varchar, division_year integer);
comment on table meta.peer_before is 'Jämförelsegrupperna i utgåvan före';
comment on column meta.peer_before.municipality_code is 'Kommunens fyrsiffriga kod';
comment on column meta.peer_before.peer_group_code is 'Jämförelsegrupp';
comment on column meta.peer_before.division_year is 'Utgåvan av indelningen; tom för alla kommuner';

create table meta.measure_period (measure_code varchar, period_type varchar);
comment on table meta.measure_period is 'Vilka slags perioder varje mått räknas för';
comment on column meta.measure_period.measure_code is 'Måttets kod';
comment on column meta.measure_period.period_type is 'Periodens slag: month, november, rolling_12 eller year';

create table meta.measure_split (measure_code varchar, split_code varchar);
comment on table meta.measure_split is 'Vad varje mått delas upp på';
comment on column meta.measure_split.measure_code is 'Måttets kod';
comment on column meta.measure_split.split_code is 'alla (hela kommunen), yrke, kon, alder, niva, tid, enhet eller kon_alder (visas aldrig, måttet standardiseras efter den)';

create table meta.dataset (dataset varchar, dataset_label varchar);
comment on table meta.dataset is 'Slag av uppgifter som kommunerna kan leverera';
comment on column meta.dataset.dataset is 'Slag av uppgifter';
comment on column meta.dataset.dataset_label is 'Vad det heter på svenska';

create table meta.measure_dataset (measure_code varchar, dataset varchar);
comment on table meta.measure_dataset is 'Vilka uppgifter varje mått behöver';
comment on column meta.measure_dataset.measure_code is 'Måttets kod';
comment on column meta.measure_dataset.dataset is 'Slag av uppgifter';

create table meta.measure_rows (measure_code varchar, part_code varchar, counted_table varchar, counted_as varchar);
comment on table meta.measure_rows is 'Vilka rader varje mått räknas på';
comment on column meta.measure_rows.measure_code is 'Måttets kod';
comment on column meta.measure_rows.part_code is 'numerator (täljare) eller denominator (nämnare)';
comment on column meta.measure_rows.counted_table is 'Tabell i schemat counted';
comment on column meta.measure_rows.counted_as is 'Hur talet fås ur raderna: count, sum, sum_without_sign, subjects, median, p10, p90, p90_of_subjects eller population';

create table meta.measure_kind (measure_code varchar, part_code varchar, kind_code varchar, is_or_fewer boolean);
comment on table meta.measure_kind is 'Vilka slags rader varje mått räknar; alla där inget slag står';
comment on column meta.measure_kind.measure_code is 'Måttets kod';
comment on column meta.measure_kind.part_code is 'numerator (täljare) eller denominator (nämnare)';
comment on column meta.measure_kind.kind_code is 'Slag av rader, kind_code i tabellen';
comment on column meta.measure_kind.is_or_fewer is 'Om slaget räknas för sig: det lägre av de två talen gäller';

create table meta.parameter (parameter_name varchar, parameter_value varchar);
comment on table meta.parameter is 'Tal och ord som definitionerna läser';
comment on column meta.parameter.parameter_name is 'Parameterns namn';
comment on column meta.parameter.parameter_value is 'Parameterns värde, som text';

create table meta.legal_limit (limit_name varchar, valid_from date, valid_to date, limit_value integer, law varchar);
comment on table meta.legal_limit is 'Gränser som lagen sätter, med dagarna de gäller';
comment on column meta.legal_limit.limit_name is 'Gränsens namn; det sista ordet är enheten';
comment on column meta.legal_limit.valid_from is 'Första dagen den gäller';
comment on column meta.legal_limit.valid_to is 'Sista dagen den gäller';
comment on column meta.legal_limit.limit_value is 'Gränsen';
comment on column meta.legal_limit.law is 'Lag och paragraf';

create table meta.series_break (measure_code varchar, break_on date, what varchar);
comment on table meta.series_break is 'Dagar då måttens serier bryts';
comment on column meta.series_break.measure_code is 'Måttets kod';
comment on column meta.series_break.break_on is 'Första dagen i den nya serien';
comment on column meta.series_break.what is 'Vad som ändrades';

create table meta.case_weight (
    valid_from date,
    valid_to date,
    case_type_code varchar,
    phase_code varchar,
    handler_code varchar,
    weight decimal(9, 4),
    source varchar
);
comment on table meta.case_weight is 'Ärendens vikter, en utgåva efter den andra';
comment on column meta.case_weight.valid_from is 'Utgåvans första dag';
comment on column meta.case_weight.valid_to is 'Utgåvans sista dag';
comment on column meta.case_weight.case_type_code is 'Ärendetyp: aktualisering eller utredning';
comment on column meta.case_weight.phase_code is
    'Skede: forhandsbedomning (aktualisering i väntan på beslut), inom_tid eller efter_tid (utredning)';
comment on column meta.case_weight.handler_code is 'Handläggaren: ny i kommunen, van, eller okand när det inte är känt';
comment on column meta.case_weight.weight is 'Vikten';
comment on column meta.case_weight.source is 'Vem som satt vikterna, och hur';

create table meta.action_plan (
    plan_id varchar,
    municipality_code varchar,
    plan_name varchar,
    started_on date,
    ended_on date,
    what varchar,
    source varchar
);
comment on table meta.action_plan is 'Kommunernas handlingsplaner för bättre arbetsvillkor';
comment on column meta.action_plan.plan_id is 'Planens beteckning';
comment on column meta.action_plan.municipality_code is 'Kommunens fyrsiffriga kod';
comment on column meta.action_plan.plan_name is 'Planens namn';
comment on column meta.action_plan.started_on is 'När den började; den första i månaden eller årstiden om dagen inte är känd';
comment on column meta.action_plan.ended_on is 'När den slutade; tomt om inget slut är känt';
comment on column meta.action_plan.what is 'Vad planen innehåller, med semikolon emellan';
comment on column meta.action_plan.source is 'Var det står';

create table meta.supplier (
    supplier_org_no varchar,
    supplier_name varchar,
    class_code varchar,
    valid_from date,
    valid_to date
);
comment on table meta.supplier is 'Leverantörer som man vet vad de säljer';
comment on column meta.supplier.supplier_org_no is 'Organisationsnummer';
comment on column meta.supplier.supplier_name is 'Leverantörens namn';
comment on column meta.supplier.class_code is 'Vad den säljer: inhyrd_socionom, placering_familjehem eller placering_hvb';
comment on column meta.supplier.valid_from is 'Första dagen';
comment on column meta.supplier.valid_to is 'Sista dagen';

create table meta.population (
    municipality_code varchar,
    year integer,
    children integer,
    adults integer,
    older integer
);
comment on table meta.population is 'Folkmängd den 31 december';
comment on column meta.population.municipality_code is 'Kommunens fyrsiffriga kod';
comment on column meta.population.year is 'År';
comment on column meta.population.children is 'Invånare 0–20 år';
comment on column meta.population.adults is 'Invånare 21–64 år';
comment on column meta.population.older is 'Invånare 65 år och äldre';

create table meta.official_indicator (
    indicator_id varchar,
    indicator_title varchar,
    measure_code varchar,
    group_code varchar,
    part_code varchar,
    period_code varchar,
    definition_difference varchar,
    population_difference varchar,
    period_difference varchar
);
comment on table meta.official_indicator is 'Officiella nyckeltal, och vilket av våra värden de ställs bredvid';
comment on column meta.official_indicator.indicator_id is 'Nyckeltalets beteckning, till exempel i Kolada';
comment on column meta.official_indicator.indicator_title is 'Nyckeltalets namn';
comment on column meta.official_indicator.measure_code is 'Vårt mått';
comment on column meta.official_indicator.group_code is 'Vår grupp';
comment on column meta.official_indicator.part_code is 'Vad av måttet: value (värdet) eller denominator (nämnaren)';
comment on column meta.official_indicator.period_code is 'Vår period: year (kalenderåret) eller november';
comment on column meta.official_indicator.definition_difference is 'Hur definitionerna skiljer sig; tomt om de inte gör det';
comment on column meta.official_indicator.population_difference is 'Hur de som räknas skiljer sig; tomt om de inte gör det';
comment on column meta.official_indicator.period_difference is 'Hur tiden skiljer sig; tomt om den inte gör det';

create table meta.official_figure (
    municipality_code varchar,
    indicator_id varchar,
    year integer,
    official_value decimal(18, 6),
    decimals integer,
    official_n integer,
    source varchar,
    entered_on date
);
comment on table meta.official_figure is 'Officiella värden som någon har fört in';
comment on column meta.official_figure.municipality_code is 'Kommunens fyrsiffriga kod';
comment on column meta.official_figure.indicator_id is 'Nyckeltalets beteckning';
comment on column meta.official_figure.year is 'År';
comment on column meta.official_figure.official_value is 'Värdet som det publicerats; andelar i procent';
comment on column meta.official_figure.decimals is 'Antal decimaler som det publicerats med';
comment on column meta.official_figure.official_n is 'Antal personer som det gäller; tomt om det inte är känt';
comment on column meta.official_figure.source is 'Var det står';
comment on column meta.official_figure.entered_on is 'Dagen då det fördes in; det senast införda gäller';

create table meta.peer_division (
    division_code varchar,
    division_year integer,
    division_name varchar,
    source varchar
);
comment on table meta.peer_division is 'Indelningar av kommunerna i dem som jämförs med varandra, en rad per utgåva';
comment on column meta.peer_division.division_code is 'Indelningens kod';
comment on column meta.peer_division.division_year is 'Året som utgåvan gäller från, till nästa utgåva';
comment on column meta.peer_division.division_name is 'Indelningens namn';
comment on column meta.peer_division.source is 'Var den står';

create table meta.peer_group_member (
    division_code varchar,
    division_year integer,
    peer_group_code varchar,
    peer_group_label varchar,
    municipality_code varchar
);
comment on table meta.peer_group_member is 'Kommunerna i varje grupp, för indelningar i grupper';
comment on column meta.peer_group_member.division_code is 'Indelningens kod';
comment on column meta.peer_group_member.division_year is 'Utgåvans år';
comment on column meta.peer_group_member.peer_group_code is 'Gruppens kod';
comment on column meta.peer_group_member.peer_group_label is 'Gruppens namn';
comment on column meta.peer_group_member.municipality_code is 'Kommunens fyrsiffriga kod';

create table meta.similar_municipality (
    division_code varchar,
    division_year integer,
    municipality_code varchar,
    similar_code varchar
);
comment on table meta.similar_municipality is 'Kommunerna som varje kommun liknar, för indelningar där var och en har sina egna';
comment on column meta.similar_municipality.division_code is 'Indelningens kod';
comment on column meta.similar_municipality.division_year is 'Utgåvans år';
comment on column meta.similar_municipality.municipality_code is 'Kommunens fyrsiffriga kod';
comment on column meta.similar_municipality.similar_code is 'Koden för en kommun som den jämförs med; behöver inte gälla åt andra hållet';

create table meta.delivery (
    delivery_id varchar,
    reading_id varchar,
    reading_no integer,
    municipality_code varchar,
    kind_code varchar,
    dataset varchar,
    period_from date,
    period_to date,
    is_full boolean,
    file_name varchar,
    received_at timestamp,
    known_on date,
    status_code varchar,
    rows_read bigint,
    rows_kept bigint,
    rows_rejected bigint,
    rows_replayed bigint,
    lake_file varchar
);
comment on table meta.delivery is 'Leveranser, en rad per gång de lästs in med nya regler';
comment on column meta.delivery.delivery_id is 'Leveransens beteckning';
comment on column meta.delivery.reading_id is 'Inläsningens beteckning: leveransen läst med en version av reglerna';
comment on column meta.delivery.reading_no is 'Vilken i ordningen av leveransens inläsningar; den sista gäller';
comment on column meta.delivery.municipality_code is 'Kommunens fyrsiffriga kod';
comment on column meta.delivery.kind_code is 'Slag av system: hr, case eller invoice';
comment on column meta.delivery.dataset is 'Slag av uppgifter';
comment on column meta.delivery.period_from is 'Första månaden som leveransen omfattar';
comment on column meta.delivery.period_to is 'Sista månaden som leveransen omfattar';
comment on column meta.delivery.is_full is 'Om leveransen ersätter tidigare leveranser för sin period';
comment on column meta.delivery.file_name is 'Filens namn';
comment on column meta.delivery.received_at is 'När filen togs emot, i UTC';
comment on column meta.delivery.known_on is 'Dagen från vilken leveransen får användas';
comment on column meta.delivery.status_code is 'Om leveransen är godkänd: accepted eller rejected';
comment on column meta.delivery.rows_read is 'Antal lästa rader';
comment on column meta.delivery.rows_kept is 'Antal godkända rader';
comment on column meta.delivery.rows_rejected is 'Antal underkända rader';
comment on column meta.delivery.rows_replayed is 'Antal godkända rader som underkändes vid inläsningen före, med äldre regler';
comment on column meta.delivery.lake_file is 'Fil med de godkända raderna';

create table meta.control_total (
    reading_id varchar,
    column_name varchar,
    stated decimal(18, 2),
    read_total decimal(18, 2),
    kept decimal(18, 2)
);
comment on table meta.control_total is 'Kontrollsummor i leveransernas slutrader';
comment on column meta.control_total.reading_id is 'Inläsningens beteckning';
comment on column meta.control_total.column_name is 'Kolumnen som summerats';
comment on column meta.control_total.stated is 'Summan enligt filen';
comment on column meta.control_total.read_total is 'Summan av alla lästa rader';
comment on column meta.control_total.kept is 'Summan av de godkända raderna';

create table meta.delivery_finding (
    reading_id varchar,
    finding_code varchar,
    severity_code varchar,
    finding_count bigint
);
comment on table meta.delivery_finding is 'Anmärkningar på leveranserna';
comment on column meta.delivery_finding.reading_id is 'Inläsningens beteckning';
comment on column meta.delivery_finding.finding_code is 'Anmärkningens kod';
comment on column meta.delivery_finding.severity_code is 'Hur allvarlig: fatal (hela leveransen), error (raden) eller warning';
comment on column meta.delivery_finding.finding_count is 'Antal gånger';

create table meta.finding_code (
    finding_code varchar,
    severity_code varchar,
    found_by_code varchar,
    finding_text varchar,
    remedy_text varchar
);
comment on table meta.finding_code is 'Allt som kan vara fel med en leverans';
comment on column meta.finding_code.finding_code is 'Anmärkningens kod';
comment on column meta.finding_code.severity_code is 'Hur allvarlig: fatal (hela leveransen), error (raden) eller warning';
comment on column meta.finding_code.found_by_code is 'Var den hittas: reading (inläsningen), rule (mellan rader) eller night (nattkörningen)';
comment on column meta.finding_code.finding_text is 'Vad som är fel';
comment on column meta.finding_code.remedy_text is 'Vad man gör åt det';

create table meta.example_query (
    question_no integer,
    asked_by varchar,
    question varchar,
    query varchar,
    mind varchar
);
comment on table meta.example_query is 'Vanliga frågor och hur man ställer dem';
comment on column meta.example_query.question_no is 'Frågans nummer';
comment on column meta.example_query.asked_by is 'Vem som brukar fråga';
comment on column meta.example_query.question is 'Frågan';
comment on column meta.example_query.query is 'Frågan i SQL; tom om siffrorna inte kan besvara den';
comment on column meta.example_query.mind is 'Vad man bör tänka på, eller varför siffrorna inte kan besvara frågan';

create table meta.expected (
    municipality_code varchar,
    dataset varchar,
    period_from date,
    period_to date,
    due_on date,
    state_code varchar,
    delivered_on date
);
comment on table meta.expected is 'Vad kommunerna har avtalat att leverera och när, till och med det som väntas härnäst';
comment on column meta.expected.municipality_code is 'Kommunens fyrsiffriga kod';
comment on column meta.expected.dataset is 'Slag av uppgifter';
comment on column meta.expected.period_from is 'Första månaden som leveransen ska omfatta';
comment on column meta.expected.period_to is 'Sista månaden som leveransen ska omfatta';
comment on column meta.expected.due_on is 'Dagen då den senast ska ha kommit';
comment on column meta.expected.state_code is
    'Läget på utgåvans dag: delivered, rejected, not_due, late eller missing';
comment on column meta.expected.delivered_on is 'Dagen då hela perioden var godkänd; tom om den inte är det';

create table meta.month (month date, month_end date, year integer);
comment on table meta.month is 'Månader, från tretton månader före den första levererade till den sista';
comment on column meta.month.month is 'Månadens första dag';
comment on column meta.month.month_end is 'Månadens sista dag';
comment on column meta.month.year is 'År';

create table meta.calendar (day date, month date, year integer);
comment on table meta.calendar is 'Dagar, samma tid som månaderna';
comment on column meta.calendar.day is 'Dag';
comment on column meta.calendar.month is 'Månadens första dag';
comment on column meta.calendar.year is 'År';
