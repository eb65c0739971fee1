package se.trivsel.warehouse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The SQL from the core tables to a measure, with the shipped catalogue and parameters.
 *
 * <p>Everything runs in one open transaction of the empty warehouse: whoever opened it rolls it back.
 */
final class SqlChain {
    private static final Pattern READ = Pattern.compile("\\b(?:from|join)\\s+([a-z]+\\.[a-z_]+)");
    private static final int FIRST = 21;
    private static final int LAST = 40;

    /** As many months before the reported span as the warehouse has. */
    private static final int MONTHS_BEFORE = 13;

    private final AnalystFile file;
    private final SqlTree tree;

    SqlChain(AnalystFile file, SqlTree tree) {
        this.file = file;
        this.tree = tree;
    }

    /** Fills the catalogue from {@code config/measures} and {@code config/parameters.yaml}. */
    void catalogue(Map<String, String> otherParameters) throws IOException, SQLException {
        var parameters = new TreeMap<String, String>();
        read(Repository.path("config/parameters.yaml"))
                .get("parameters")
                .properties()
                .forEach(
                        entry -> parameters.put(entry.getKey(), entry.getValue().asString()));
        parameters.putAll(otherParameters);
        insert("meta.parameter", List.of("parameter_name", "parameter_value"), pairs(parameters));
        var periods = new ArrayList<List<String>>();
        var datasets = new ArrayList<List<String>>();
        for (Path path : files(Repository.path("config/measures"))) {
            JsonNode measure = read(path);
            String code = measure.get("code").asString();
            measure.get("period_types").forEach(type -> periods.add(List.of(code, type.asString())));
            measure.get("datasets").forEach(dataset -> datasets.add(List.of(code, dataset.asString())));
        }
        insert("meta.measure_period", List.of("measure_code", "period_type"), periods);
        insert("meta.measure_dataset", List.of("measure_code", "dataset"), datasets);
    }

    /** The municipality has delivered every dataset for these months. */
    void delivered(String municipality, YearMonth from, YearMonth to) throws SQLException {
        insert("core.municipality", List.of("municipality_code"), List.of(List.of(municipality)));
        insert(
                "core.occupation",
                List.of("occupation_code"),
                List.of(
                        List.of("alla"),
                        List.of("socialsekreterare"),
                        List.of("bistandshandlaggare"),
                        List.of("kurator")));
        for (YearMonth month = from.minusMonths(MONTHS_BEFORE); !month.isAfter(to); month = month.plusMonths(1)) {
            insertMonth("meta.month", month);
            if (!month.isBefore(from)) {
                insertMonth("core.month", month);
            }
        }
        file.execute("""
                insert into core.coverage (municipality_code, dataset, month, is_stale)
                select %s, dataset, month, false
                from core.month cross join (select distinct dataset from meta.measure_dataset)
                """.formatted(AnalystFile.quoted(municipality)));
    }

    void insert(String table, List<String> columns, Collection<List<String>> rows) throws SQLException {
        if (!rows.isEmpty()) {
            SqlCase.insert(file.connection(), table, new SqlCase.Rows(columns, List.copyOf(rows)));
        }
    }

    /** Runs what the objects are made of, and the objects themselves, from the layers after core. */
    void run(Collection<String> objects) {
        Set<SqlFile> needed = new HashSet<>();
        objects.forEach(object -> collect(object, needed));
        for (SqlLayer layer : tree.layers(FIRST, LAST)) {
            layer.files().stream().filter(needed::contains).forEach(file::runAsTable);
        }
    }

    private void collect(String object, Set<SqlFile> needed) {
        tree.layers(FIRST, LAST).stream()
                .flatMap(layer -> layer.files().stream())
                .filter(one -> one.object().equals(object))
                .filter(needed::add)
                .forEach(one -> READ.matcher(one.bare())
                        .results()
                        .map(read -> read.group(1))
                        .forEach(read -> collect(read, needed)));
    }

    private void insertMonth(String table, YearMonth month) throws SQLException {
        insert(
                table,
                List.of("month", "month_end", "year"),
                List.of(List.of(
                        month.atDay(1).toString(), month.atEndOfMonth().toString(), String.valueOf(month.getYear()))));
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
}
