package se.trivsel.warehouse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import se.trivsel.contract.ConfigurationReader;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The SQL from the core tables to the measures, with the shipped catalogue and parameters.
 *
 * <p>Tests that share one give their rows in a transaction, and roll it back.
 */
final class SqlChain implements AutoCloseable {
    private static final int FIRST = 21;
    private static final int LAST = 40;

    /** As many months before the reported span as the warehouse has. */
    private static final int MONTHS_BEFORE = 13;

    private final AnalystFile file;
    private final SqlTree tree;

    private SqlChain(AnalystFile file, SqlTree tree) {
        this.file = file;
        this.tree = tree;
    }

    /** A warehouse with nothing in it but the catalogue, where a row given to core shows in the measures at once. */
    static SqlChain build(SqlTree tree, Map<String, String> otherParameters) throws IOException, SQLException {
        var chain = new SqlChain(EmptyWarehouse.build(tree), tree);
        for (SqlFile one : chain.files()) {
            chain.file.execute("drop table " + one.object());
            chain.file.run(one);
        }
        chain.catalogue(otherParameters);
        return chain;
    }

    /** Computes everything once, for a test that gives its rows once and asks many times. */
    void store() throws SQLException {
        for (SqlFile one : files()) {
            file.execute("drop view " + one.object());
            file.runAsTable(one);
        }
    }

    AnalystFile file() {
        return file;
    }

    /** Fills the catalogue from {@code config/measures}, {@code config/parameters.yaml} and {@code config/law.yaml}. */
    private void catalogue(Map<String, String> otherParameters) throws IOException, SQLException {
        var parameters = new TreeMap<String, String>();
        read(Repository.path("config/parameters.yaml"))
                .get("parameters")
                .properties()
                .forEach(
                        entry -> parameters.put(entry.getKey(), entry.getValue().asString()));
        parameters.putAll(otherParameters);
        insert("meta.parameter", List.of("parameter_name", "parameter_value"), pairs(parameters));
        insert(
                "meta.legal_limit",
                List.of("limit_name", "valid_from", "valid_to", "limit_value"),
                ConfigurationReader.read(Repository.path("config")).law().limits().stream()
                        .map(limit -> List.of(
                                limit.name(),
                                limit.from().map(LocalDate::toString).orElse("1900-01-01"),
                                limit.to().map(LocalDate::toString).orElse("2999-12-31"),
                                Integer.toString(limit.value())))
                        .toList());
        var measures = new ArrayList<List<String>>();
        var periods = new ArrayList<List<String>>();
        var splits = new ArrayList<List<String>>();
        var datasets = new ArrayList<List<String>>();
        for (Path path : files(Repository.path("config/measures"))) {
            JsonNode measure = read(path);
            String code = measure.get("code").asString();
            measures.add(List.of(code, measure.get("smallest_group").asString()));
            measure.get("period_types").forEach(type -> periods.add(List.of(code, type.asString())));
            splits.add(List.of(code, "alla"));
            measure.path("splits").forEach(split -> splits.add(List.of(code, split.asString())));
            measure.get("datasets").forEach(dataset -> datasets.add(List.of(code, dataset.asString())));
        }
        insert("meta.measure", List.of("measure_code", "smallest_group"), measures);
        insert("meta.measure_period", List.of("measure_code", "period_type"), periods);
        insert("meta.measure_split", List.of("measure_code", "split_code"), splits);
        insert("meta.measure_dataset", List.of("measure_code", "dataset"), datasets);
    }

    /** The municipality has delivered every dataset for these months. */
    void delivered(String municipality, YearMonth from, YearMonth to) throws SQLException {
        file.execute("""
                insert into meta.month
                select cast(month as date), last_day(cast(month as date)), year(month)
                from generate_series(date '%s', date '%s', interval 1 month) as span (month)
                """.formatted(from.minusMonths(MONTHS_BEFORE).atDay(1), to.atDay(1)));
        file.execute(
                "insert into core.month select * from meta.month where month >= date '%s'".formatted(from.atDay(1)));
        deliveredToo(municipality);
    }

    /** Another municipality has delivered every dataset for the same months. */
    void deliveredToo(String municipality) throws SQLException {
        insert("core.municipality", List.of("municipality_code"), List.of(List.of(municipality)));
        insert(
                "core.staff_group",
                List.of("municipality_code", "split_code", "group_code"),
                List.of(
                        List.of(municipality, "alla", "alla"),
                        List.of(municipality, "yrke", "socialsekreterare"),
                        List.of(municipality, "yrke", "bistandshandlaggare"),
                        List.of(municipality, "yrke", "kurator")));
        file.execute("""
                insert into core.coverage (municipality_code, dataset, month, is_stale, is_expired)
                select %s, dataset, month, false, false
                from core.month cross join (select distinct dataset from meta.measure_dataset)
                """.formatted(AnalystFile.quoted(municipality)));
    }

    void insert(String table, List<String> columns, Collection<List<String>> rows) throws SQLException {
        if (!rows.isEmpty()) {
            SqlCase.insert(file.connection(), table, new SqlCase.Rows(columns, List.copyOf(rows)));
        }
    }

    private List<SqlFile> files() {
        return tree.layers(FIRST, LAST).stream()
                .flatMap(layer -> layer.files().stream())
                .toList();
    }

    private static List<List<String>> pairs(Map<String, String> map) {
        return map.entrySet().stream()
                .map(entry -> List.of(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static JsonNode read(Path path) throws IOException {
        return new YAMLMapper().readTree(Files.readString(path));
    }

    private static List<Path> files(Path folder) throws IOException {
        try (var paths = Files.list(folder)) {
            return paths.sorted().toList();
        }
    }

    @Override
    public void close() throws SQLException {
        file.close();
    }
}
