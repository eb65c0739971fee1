package se.trivsel.warehouse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.trivsel.contract.Column;
import se.trivsel.contract.Contract;
import se.trivsel.inbox.Json;
import se.trivsel.vocabulary.DurableFiles;

/**
 * What Spark is to compute of what: {@code plan.json} of a build folder, which the module {@code spark} reads.
 *
 * <p>Only the files of the deliveries in use are named, one by one; nothing is found by how folders are called.
 *
 * @param schemas of all tables
 * @param functions statements that make the dialect's functions
 * @param given tables that are taken from the database, in files beside the plan
 * @param bindings what the lake's files of a dataset are called in queries
 * @param layers the tables to compute; those of one read only those of the layers before
 */
record SparkPlan(
        List<String> schemas,
        List<String> functions,
        List<Given> given,
        List<Binding> bindings,
        List<List<Computed>> layers) {
    static final String FILE = "plan.json";

    record Given(String object, String file) {}

    record Binding(String name, String columns, List<String> files) {}

    /**
     * A table.
     *
     * @param rows how many it has to have; fewer than none where that is not known
     */
    record Computed(String object, String place, String query, long rows) {}

    private static final long NOT_KNOWN = -1;

    /**
     * Writes the folder.
     *
     * @param database with its tables of {@code meta} and the lake
     */
    static void write(
            Path folder,
            AnalystFile database,
            SqlFile dialect,
            Collection<Contract> contracts,
            Path lake,
            List<SqlLayer> layers)
            throws SQLException, IOException {
        DurableFiles.createProtectedFolder(folder);
        var given = new ArrayList<Given>();
        for (String table : database.strings("""
                select schema_name || '.' || table_name from duckdb_tables()
                where database_name = current_database()
                    and (schema_name = 'meta' or schema_name = 'lake' and table_name = 'live_delivery')
                order by all
                """)) {
            Path file = folder.resolve(table + ".parquet");
            database.execute("copy " + table + " to " + AnalystFile.quoted(file.toString()) + " (format parquet)");
            given.add(new Given(table, file.toString()));
        }
        var lakeTables = new LakeTables(database, lake);
        var bindings = new ArrayList<Binding>();
        var loaded = new ArrayList<Computed>();
        for (Contract contract : contracts) {
            bindings.add(
                    new Binding("stored_" + contract.dataset(), columns(contract), lakeTables.filesInUse(contract)));
            loaded.add(new Computed(
                    "lake." + contract.dataset(),
                    "the lake's " + contract.dataset(),
                    query(contract),
                    lakeTables.rows(contract)));
        }
        var computed = new ArrayList<List<Computed>>();
        computed.add(loaded);
        for (SqlLayer layer : layers) {
            computed.add(layer.files().stream()
                    .map(file -> new Computed(file.object(), file.place(), file.query(), NOT_KNOWN))
                    .toList());
        }
        var plan = new SparkPlan(
                Stream.concat(Stream.of("meta", "lake"), layers.stream().map(SqlLayer::schema))
                        .toList(),
                dialect.asWritten().stream().map(SqlStatement::text).toList(),
                given,
                bindings,
                computed);
        Files.write(folder.resolve(FILE), Json.write(plan));
    }

    private static String columns(Contract contract) {
        return "line_no INT, delivery_id STRING, missing_reasons STRING, "
                + contract.storedColumns().stream()
                        .map(column -> column.storedName() + " " + type(column))
                        .collect(Collectors.joining(", "));
    }

    private static String query(Contract contract) {
        return "select live.municipality_code, live.delivery_no, stored.line_no, stored.delivery_id, stored.missing_reasons, "
                + contract.storedColumns().stream()
                        .map(column -> "stored." + column.storedName())
                        .collect(Collectors.joining(", "))
                + " from stored_" + contract.dataset()
                + " as stored inner join lake.live_delivery as live using (delivery_id)";
    }

    private static String type(Column column) {
        return column.type().sqlType().replace("VARCHAR", "STRING");
    }
}
