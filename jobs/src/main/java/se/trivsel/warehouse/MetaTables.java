package se.trivsel.warehouse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.text.Collator;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import se.trivsel.contract.ActionPlan;
import se.trivsel.contract.CaseWeight;
import se.trivsel.contract.CaseWeightEdition;
import se.trivsel.contract.CodeList;
import se.trivsel.contract.Configuration;
import se.trivsel.contract.Contract;
import se.trivsel.contract.CountedRows;
import se.trivsel.contract.Law;
import se.trivsel.contract.Limit;
import se.trivsel.contract.ListedSupplier;
import se.trivsel.contract.Measure;
import se.trivsel.contract.Municipality;
import se.trivsel.contract.OfficialFigure;
import se.trivsel.contract.OfficialIndicator;
import se.trivsel.contract.OfficialStatistics;
import se.trivsel.contract.PeerDivision;
import se.trivsel.contract.PeerGroup;
import se.trivsel.contract.Population;
import se.trivsel.contract.SeriesBreak;
import se.trivsel.lake.ControlTotal;
import se.trivsel.lake.DeliveryManifest;
import se.trivsel.lake.ExpectedDeliveries;
import se.trivsel.lake.ExpectedDelivery;
import se.trivsel.lake.FindingCount;
import se.trivsel.lake.Replay;
import se.trivsel.vocabulary.FindingCode;
import se.trivsel.vocabulary.MunicipalityCode;

/**
 * Configuration, deliveries and time as tables, for SQL to join with.
 *
 * <p>The tables are declared in {@code meta.sql}; rows are appended here in the order of its columns.
 */
final class MetaTables {
    private static final Collator SWEDISH = Collator.getInstance(Locale.forLanguageTag("sv-SE"));

    /** How far measures look back before the first month that anything was delivered for. */
    private static final int MONTHS_BEFORE = 13;

    private static final LocalDate BEFORE_ALL = LocalDate.of(1900, 1, 1);
    private static final LocalDate AFTER_ALL = LocalDate.of(2999, 12, 31);

    private final AnalystFile file;

    MetaTables(AnalystFile file) {
        this.file = file;
    }

    void load(Configuration configuration, List<SqlFile> questions, List<DeliveryManifest> known, ReleaseStamp stamp)
            throws SQLException {
        declare(file);
        release(stamp);
        municipalities(List.copyOf(configuration.municipalities().values()));
        codes(configuration);
        datasets(configuration);
        measures(configuration);
        try (var parameter = appender("parameter")) {
            for (var entry : new TreeMap<>(configuration.parameters()).entrySet()) {
                parameter
                        .beginRow()
                        .append(entry.getKey())
                        .append(entry.getValue())
                        .endRow();
            }
        }
        law(configuration.law());
        caseWeights(configuration.caseWeights());
        actionPlans(configuration.actionPlans());
        suppliers(configuration.suppliers());
        populations(configuration.populations());
        officialStatistics(configuration.officialStatistics());
        peerDivisions(configuration.peerDivisions());
        findingCodes();
        exampleQueries(questions);
        deliveries(known);
        expected(ExpectedDeliveries.asOf(
                stamp.asOf(), configuration.municipalities().values(), known));
        time(known);
    }

    /** Makes the tables, without a row. */
    static void declare(AnalystFile file) throws SQLException {
        for (SqlStatement statement : SqlStatement.split(declarations())) {
            file.execute(statement.text());
        }
    }

    private void release(ReleaseStamp stamp) throws SQLException {
        try (var asOf = appender("as_of");
                var release = appender("release")) {
            asOf.beginRow().append(stamp.asOf()).endRow();
            release.beginRow()
                    .append(stamp.releaseId())
                    .append(stamp.asOf())
                    .append(LocalDateTime.ofInstant(stamp.publishedAt(), ZoneOffset.UTC))
                    .append(stamp.codeVersion())
                    .append(stamp.definitionVersion())
                    .endRow();
        }
    }

    private void municipalities(List<Municipality> configured) throws SQLException {
        List<Municipality> sorted = configured.stream()
                .sorted(Comparator.comparing(Municipality::name, SWEDISH).thenComparing(Municipality::code))
                .toList();
        try (var municipality = appender("municipality")) {
            for (int order = 0; order < sorted.size(); order++) {
                Municipality one = sorted.get(order);
                municipality
                        .beginRow()
                        .append(one.code().value())
                        .append(one.name())
                        .append(order + 1)
                        .endRow();
            }
        }
    }

    private void codes(Configuration configuration) throws SQLException {
        try (var code = appender("code")) {
            for (CodeList list : configuration.codeLists().values()) {
                int order = 0;
                for (var entry : list.labelByCode().entrySet()) {
                    order++;
                    code.beginRow()
                            .append(list.name())
                            .append(entry.getKey())
                            .append(entry.getValue())
                            .append(order)
                            .endRow();
                }
            }
        }
    }

    private void datasets(Configuration configuration) throws SQLException {
        try (var dataset = appender("dataset")) {
            for (Contract contract : configuration.contracts().values()) {
                dataset.beginRow()
                        .append(contract.dataset())
                        .append(contract.label())
                        .endRow();
            }
        }
    }

    private void law(Law law) throws SQLException {
        try (var limit = appender("legal_limit");
                var seriesBreak = appender("series_break")) {
            for (Limit one : law.limits()) {
                limit.beginRow()
                        .append(one.name())
                        .append(one.from().orElse(BEFORE_ALL))
                        .append(one.to().orElse(AFTER_ALL))
                        .append(one.value())
                        .append(one.law())
                        .endRow();
            }
            for (SeriesBreak one : law.breaks()) {
                for (String measure : one.measures()) {
                    seriesBreak
                            .beginRow()
                            .append(measure)
                            .append(one.on())
                            .append(one.what())
                            .endRow();
                }
            }
        }
    }

    private void caseWeights(List<CaseWeightEdition> editions) throws SQLException {
        try (var weight = appender("case_weight")) {
            for (int place = 0; place < editions.size(); place++) {
                CaseWeightEdition edition = editions.get(place);
                boolean isLast = place + 1 == editions.size();
                LocalDate validTo =
                        isLast ? AFTER_ALL : editions.get(place + 1).validFrom().minusDays(1);
                for (CaseWeight one : edition.weights()) {
                    weight.beginRow()
                            .append(edition.validFrom())
                            .append(validTo)
                            .append(one.caseType())
                            .append(one.phase())
                            .append(one.handler())
                            .append(one.weight().setScale(4))
                            .append(edition.source())
                            .endRow();
                }
            }
        }
    }

    private void actionPlans(List<ActionPlan> plans) throws SQLException {
        try (var plan = appender("action_plan")) {
            for (ActionPlan one : plans) {
                plan.beginRow()
                        .append(one.id())
                        .append(one.municipality().value())
                        .append(one.name())
                        .append(one.startedOn());
                if (one.endedOn().isPresent()) {
                    plan.append(one.endedOn().get());
                } else {
                    plan.appendNull();
                }
                plan.append(String.join("; ", one.what())).append(one.source()).endRow();
            }
        }
    }

    private void suppliers(List<ListedSupplier> listed) throws SQLException {
        try (var supplier = appender("supplier")) {
            for (ListedSupplier one : listed) {
                supplier.beginRow()
                        .append(one.organisationNumber())
                        .append(one.name())
                        .append(one.provides())
                        .append(one.from().orElse(BEFORE_ALL))
                        .append(one.to().orElse(AFTER_ALL))
                        .endRow();
            }
        }
    }

    private void populations(List<Population> told) throws SQLException {
        try (var population = appender("population")) {
            for (Population one : told) {
                population
                        .beginRow()
                        .append(one.municipality().value())
                        .append(one.year())
                        .append(one.children())
                        .append(one.adults())
                        .append(one.older())
                        .endRow();
            }
        }
    }

    private void officialStatistics(OfficialStatistics official) throws SQLException {
        try (var indicator = appender("official_indicator");
                var figure = appender("official_figure")) {
            for (OfficialIndicator one : official.indicators()) {
                indicator
                        .beginRow()
                        .append(one.id())
                        .append(one.title())
                        .append(one.measure())
                        .append(one.group())
                        .append(one.part())
                        .append(one.period())
                        .append(one.definition())
                        .append(one.population())
                        .append(one.time())
                        .endRow();
            }
            for (OfficialFigure one : official.figures()) {
                figure.beginRow()
                        .append(one.municipality().value())
                        .append(one.indicator())
                        .append(one.year())
                        .append(one.value().setScale(6))
                        .append(Math.max(0, one.value().scale()));
                if (one.persons().isPresent()) {
                    figure.append(one.persons().get());
                } else {
                    figure.appendNull();
                }
                figure.append(one.source()).append(one.enteredOn()).endRow();
            }
        }
    }

    private void peerDivisions(List<PeerDivision> editions) throws SQLException {
        try (var division = appender("peer_division");
                var grouped = appender("peer_group_member");
                var similar = appender("similar_municipality")) {
            for (PeerDivision one : editions) {
                division.beginRow()
                        .append(one.code())
                        .append(one.year())
                        .append(one.name())
                        .append(one.source())
                        .endRow();
                for (PeerGroup group : one.groups()) {
                    for (MunicipalityCode member : group.members()) {
                        grouped.beginRow()
                                .append(one.code())
                                .append(one.year())
                                .append(group.code())
                                .append(group.label())
                                .append(member.value())
                                .endRow();
                    }
                }
                for (var entry : one.similar().entrySet()) {
                    for (MunicipalityCode peer : entry.getValue()) {
                        similar.beginRow()
                                .append(one.code())
                                .append(one.year())
                                .append(entry.getKey().value())
                                .append(peer.value())
                                .endRow();
                    }
                }
            }
        }
    }

    private void findingCodes() throws SQLException {
        try (var catalogue = appender("finding_code")) {
            for (FindingCode code : FindingCode.values()) {
                catalogue
                        .beginRow()
                        .append(code.code())
                        .append(code.severity().code())
                        .append(code.foundBy().code())
                        .append(code.what())
                        .append(code.remedy())
                        .endRow();
            }
        }
    }

    private void exampleQueries(List<SqlFile> questions) throws SQLException {
        try (var example = appender("example_query")) {
            for (SqlFile file : questions) {
                var one = ExampleQuery.of(file);
                example.beginRow()
                        .append(one.number())
                        .append(one.askedBy())
                        .append(one.question())
                        .append(one.query())
                        .append(one.mind())
                        .endRow();
            }
        }
    }

    private void measures(Configuration configuration) throws SQLException {
        try (var measure = appender("measure");
                var period = appender("measure_period");
                var split = appender("measure_split");
                var dataset = appender("measure_dataset");
                var rows = appender("measure_rows");
                var kind = appender("measure_kind")) {
            for (Measure one : configuration.measures().values()) {
                append(measure, one);
                for (String type : one.periodTypes()) {
                    period.beginRow().append(one.code()).append(type).endRow();
                }
                split.beginRow().append(one.code()).append("alla").endRow();
                for (String divided : one.splits()) {
                    split.beginRow().append(one.code()).append(divided).endRow();
                }
                for (String needed : one.datasets()) {
                    dataset.beginRow().append(one.code()).append(needed).endRow();
                }
                if (one.rows().numerator().isPresent()) {
                    append(rows, kind, one, "numerator", one.rows().numerator().get());
                }
                if (one.rows().denominator().isPresent()) {
                    append(
                            rows,
                            kind,
                            one,
                            "denominator",
                            one.rows().denominator().get());
                }
            }
        }
    }

    private static void append(
            DuckDBAppender rows, DuckDBAppender kind, Measure measure, String part, CountedRows counted)
            throws SQLException {
        rows.beginRow()
                .append(measure.code())
                .append(part)
                .append(counted.table())
                .append(counted.as())
                .endRow();
        for (String code : counted.kinds()) {
            kind.beginRow()
                    .append(measure.code())
                    .append(part)
                    .append(code)
                    .append(false)
                    .endRow();
        }
        for (String code : counted.orFewer()) {
            kind.beginRow()
                    .append(measure.code())
                    .append(part)
                    .append(code)
                    .append(true)
                    .endRow();
        }
    }

    private static void append(DuckDBAppender measure, Measure one) throws SQLException {
        measure.beginRow()
                .append(one.code())
                .append(one.version())
                .append(one.validFrom())
                .append(one.family())
                .append(one.name())
                .append(one.definition())
                .append(one.numerator())
                .append(one.denominator())
                .append(one.population())
                .append(one.unit())
                .append(one.direction())
                .append(one.protection().smallestGroup())
                .append(one.protection().smallestCount());
        append(measure, one.protection().tied());
        append(measure, one.protection().partOf());
        measure.append(one.interval());
        append(measure, one.official());
        append(measure, one.rows().notTold());
        measure.endRow();
    }

    private static void append(DuckDBAppender row, Optional<String> text) throws SQLException {
        if (text.isPresent()) {
            row.append(text.get());
            return;
        }
        row.appendNull();
    }

    private void deliveries(List<DeliveryManifest> known) throws SQLException {
        List<DeliveryManifest> sorted = known.stream()
                .sorted(Comparator.comparing(DeliveryManifest::readingId))
                .toList();
        Map<String, Integer> numberByReading = readingNumbers(known);
        try (var delivery = appender("delivery");
                var total = appender("control_total");
                var finding = appender("delivery_finding")) {
            for (DeliveryManifest one : sorted) {
                append(delivery, one, numberByReading.getOrDefault(one.readingId(), 0));
                for (ControlTotal sum : one.controlTotals()) {
                    total.beginRow()
                            .append(one.readingId())
                            .append(sum.column())
                            .append(sum.stated().setScale(2, RoundingMode.HALF_UP))
                            .append(sum.read().setScale(2, RoundingMode.HALF_UP))
                            .append(sum.kept().setScale(2, RoundingMode.HALF_UP))
                            .endRow();
                }
                for (FindingCount count : one.findings()) {
                    finding.beginRow()
                            .append(one.readingId())
                            .append(count.code().code())
                            .append(count.code().severity().code())
                            .append(count.count())
                            .endRow();
                }
            }
        }
    }

    /** The readings of each delivery, counted from 1 in the order they were made. */
    private static Map<String, Integer> readingNumbers(List<DeliveryManifest> known) {
        var numberByReading = new HashMap<String, Integer>();
        known.stream()
                .collect(Collectors.groupingBy(DeliveryManifest::deliveryId))
                .values()
                .forEach(readings -> {
                    List<DeliveryManifest> oldestFirst =
                            readings.stream().sorted(DeliveryManifest.BY_AGE).toList();
                    for (int i = 0; i < oldestFirst.size(); i++) {
                        numberByReading.put(oldestFirst.get(i).readingId(), i + 1);
                    }
                });
        return numberByReading;
    }

    private static void append(DuckDBAppender delivery, DeliveryManifest one, int readingNo) throws SQLException {
        delivery.beginRow()
                .append(one.deliveryId())
                .append(one.readingId())
                .append(readingNo)
                .append(one.municipality().value())
                .append(one.kind().code())
                .append(one.dataset())
                .append(one.period().from().atDay(1))
                .append(one.period().to().atDay(1))
                .append(one.full())
                .append(one.fileName())
                .append(LocalDateTime.ofInstant(one.receivedAt(), ZoneOffset.UTC))
                .append(one.knownOn())
                .append(one.status().name().toLowerCase(Locale.ROOT))
                .append(one.rowsRead())
                .append(one.rowsKept())
                .append(one.rowsRejected())
                .append(one.replay().map(Replay::rows).orElse(0L));
        append(delivery, one.lakeFile());
        delivery.endRow();
    }

    private void expected(List<ExpectedDelivery> deliveries) throws SQLException {
        try (var expected = appender("expected")) {
            for (ExpectedDelivery one : deliveries) {
                expected.beginRow()
                        .append(one.municipality().value())
                        .append(one.dataset())
                        .append(one.period().from().atDay(1))
                        .append(one.period().to().atDay(1))
                        .append(one.dueOn())
                        .append(one.state().name().toLowerCase(Locale.ROOT));
                if (one.deliveredOn().isPresent()) {
                    expected.append(one.deliveredOn().get());
                } else {
                    expected.appendNull();
                }
                expected.endRow();
            }
        }
    }

    private void time(List<DeliveryManifest> known) throws SQLException {
        List<DeliveryManifest> accepted =
                known.stream().filter(DeliveryManifest::isAccepted).toList();
        if (accepted.isEmpty()) {
            return;
        }
        YearMonth first = accepted.stream()
                .map(one -> one.period().from())
                .min(Comparator.naturalOrder())
                .orElseThrow()
                .minusMonths(MONTHS_BEFORE);
        YearMonth last = accepted.stream()
                .map(one -> one.period().to())
                .max(Comparator.naturalOrder())
                .orElseThrow();
        try (var months = appender("month");
                var calendar = appender("calendar")) {
            for (YearMonth month = first; !month.isAfter(last); month = month.plusMonths(1)) {
                months.beginRow()
                        .append(month.atDay(1))
                        .append(month.atEndOfMonth())
                        .append(month.getYear())
                        .endRow();
                for (int day = 1; day <= month.lengthOfMonth(); day++) {
                    calendar.beginRow()
                            .append(month.atDay(day))
                            .append(month.atDay(1))
                            .append(month.getYear())
                            .endRow();
                }
            }
        }
    }

    private DuckDBAppender appender(String table) throws SQLException {
        return file.connection().unwrap(DuckDBConnection.class).createAppender(AnalystFile.NAME, "meta", table);
    }

    private static String declarations() {
        try (var declared =
                Objects.requireNonNull(MetaTables.class.getResourceAsStream("meta.sql"), "meta.sql is in the jar")) {
            return new String(declared.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot read meta.sql", failure);
        }
    }
}
