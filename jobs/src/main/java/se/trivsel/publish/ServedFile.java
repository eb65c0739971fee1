package se.trivsel.publish;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.duckdb.DuckDBDriver;
import se.trivsel.warehouse.Limits;

/**
 * The file that BI tools open: the objects of schema {@code bi} as tables, its macros, and {@code meta.release}.
 *
 * <p>It must not be called {@code bi.duckdb}: DuckDB names the database after its file, and where a database and a
 * schema have the same name {@code bi.measure_value} is refused as ambiguous. It is written in the oldest format that
 * DuckDB still writes, because the drivers of BI tools are years behind. While it is written, nothing is logged: it has no
 * name that anybody opens yet.
 */
public final class ServedFile {
    static final String EXPORTS = "bi";

    /** Else the driver holds all rows of an answer, in memory that counts against no limit. */
    private static final Map<String, String> STREAMED = Map.of(DuckDBDriver.JDBC_STREAM_RESULTS, "true");

    /** Columns that tell when something was done, not what is known: they differ between two equal releases. */
    private static final Set<String> OF_THE_BUILD = Set.of("release_id", "published_at", "as_of", "received_at");

    /** What tells of two releases: the same release after another one has other rows there. */
    static final String REVISION = "revision";

    /** How many rows each object of {@code bi} has, and a hash over all of them whatever their order. */
    record Contents(SortedMap<String, Long> rowCounts, String hash) {}

    private ServedFile() {}

    /** Writes the file into a release's folder, and each object of {@code bi} as Parquet and CSV beside it. */
    static Contents write(Path analystFile, Path release, Limits limits) throws SQLException, IOException {
        var exports = Files.createDirectory(release.resolve(EXPORTS));
        try (Connection connection = open(release, limits, STREAMED)) {
            Sql.run(connection, "attach " + Sql.text(analystFile) + " as candidate (read_only)");
            Sql.run(
                    connection,
                    "attach " + Sql.text(release.resolve(Releases.SERVED_FILE))
                            + " as served (storage_version 'v1.0.0', recovery_mode no_wal_writes)");
            // Views name tables by schema only, and are resolved in the database in use.
            Sql.run(connection, "use candidate");
            for (String schema : List.of("meta", "bi")) {
                Sql.run(connection, "create schema served." + schema);
            }
            for (ServedObject object : ServedObject.in(connection, "candidate", "meta")) {
                if (object.name().equals("release")) {
                    copy(connection, object);
                }
            }
            for (ServedObject object : ServedObject.in(connection, "candidate", "bi")) {
                copy(connection, object);
                export(connection, object, exports);
            }
            for (ServedMacro macro : ServedMacro.in(connection, "candidate", "bi")) {
                copy(connection, macro);
            }
            var contents = contents(connection);
            Sql.run(connection, "checkpoint served");
            Sql.run(connection, "use memory");
            Sql.run(connection, "detach served");
            return contents;
        }
    }

    /** Opens a written file as a reader would, and reads every row. */
    static Contents read(Path release, Limits limits) throws SQLException {
        try (Connection connection = open(release, limits, STREAMED)) {
            attach(connection, release);
            return contents(connection);
        }
    }

    /** A connection to a written file, as a reader opens it: its schemas are those in use. */
    public static Connection reader(Path release, Limits limits) throws SQLException {
        Connection connection = open(release, limits);
        try {
            attach(connection, release);
            return connection;
        } catch (SQLException failure) {
            connection.close();
            throw failure;
        }
    }

    private static void attach(Connection connection, Path release) throws SQLException {
        Sql.run(connection, "attach " + Sql.text(release.resolve(Releases.SERVED_FILE)) + " as served (read_only)");
        Sql.run(connection, "use served");
    }

    /** A database in memory with room beside the release, to attach files to. */
    static Connection open(Path release, Limits limits) throws SQLException {
        return open(release, limits, Map.of());
    }

    private static Connection open(Path release, Limits limits, Map<String, String> options) throws SQLException {
        var properties = new Properties();
        properties.putAll(options);
        Connection connection = DriverManager.getConnection("jdbc:duckdb:", properties);
        try {
            Sql.run(connection, "set threads = " + limits.threads());
            Sql.run(connection, "set memory_limit = " + Sql.text(limits.memory()));
            Sql.run(connection, "set temp_directory = " + Sql.text(release.resolveSibling(".spill")));
            return connection;
        } catch (SQLException failure) {
            connection.close();
            throw failure;
        }
    }

    private static void copy(Connection connection, ServedObject object) throws SQLException {
        var table = object.in("served");
        Sql.run(
                connection,
                "create table %s as select %s from %s order by all"
                        .formatted(table, object.servedColumns(), object.in("candidate")));
        if (object.comment().isPresent()) {
            comment(connection, "table " + table, object.comment().get());
        }
        for (ServedObject.Column column : object.columns()) {
            if (column.comment().isPresent()) {
                comment(
                        connection,
                        "column " + table + "." + Sql.name(column.name()),
                        column.comment().get());
            }
        }
    }

    private static void copy(Connection connection, ServedMacro macro) throws SQLException {
        var served = macro.in("served");
        Sql.run(
                connection,
                "create macro %s(%s) as table %s".formatted(served, macro.parameters(), macro.definition()));
        if (macro.comment().isPresent()) {
            comment(connection, "macro table " + served, macro.comment().get());
        }
    }

    private static void comment(Connection connection, String on, String comment) throws SQLException {
        Sql.run(connection, "comment on " + on + " is " + Sql.text(comment));
    }

    private static void export(Connection connection, ServedObject object, Path folder) throws SQLException {
        var rows = "copy " + object.in("served") + " to ";
        Sql.run(
                connection,
                rows + Sql.text(folder.resolve(object.name() + ".parquet")) + " (format parquet, compression zstd)");
        Sql.run(connection, rows + Sql.text(folder.resolve(object.name() + ".csv")) + " (format csv, header)");
    }

    private static Contents contents(Connection connection) throws SQLException {
        var rowCounts = new TreeMap<String, Long>();
        var digest = Disk.sha256();
        for (ServedObject object : ServedObject.in(connection, "served", "bi")) {
            rowCounts.put(
                    object.name(),
                    object.name().equals(REVISION)
                            ? count(connection, object)
                            : digestRows(connection, object, digest));
        }
        for (ServedMacro macro : ServedMacro.in(connection, "served", "bi")) {
            // Not the definition: DuckDB sets its parentheses otherwise once it has read it back.
            digestLine(digest, "%s(%s)".formatted(macro.name(), macro.parameters()));
        }
        return new Contents(rowCounts, Disk.hex(digest));
    }

    private static long count(Connection connection, ServedObject object) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet counted = statement.executeQuery("select count(*) from " + object.in("served"))) {
            counted.next();
            return counted.getLong(1);
        }
    }

    /** Rows go in as sorted text: a table has no order of its own. */
    private static long digestRows(Connection connection, ServedObject object, MessageDigest digest)
            throws SQLException {
        var columns = object.columns().stream()
                .filter(column -> !OF_THE_BUILD.contains(column.name()))
                .toList();
        digestLine(
                digest,
                object.name()
                        + columns.stream()
                                .map(column -> column.name() + " " + column.type())
                                .toList());
        var cells = columns.stream()
                .map(column -> "cast(" + Sql.name(column.name()) + " as varchar)")
                .collect(Collectors.joining(", "));
        var query = "select cast(to_json([%s]) as varchar) as row_text from %s order by row_text"
                .formatted(cells, object.in("served"));
        long count = 0;
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                digestLine(digest, rows.getString(1));
                count++;
            }
        }
        return count;
    }

    private static void digestLine(MessageDigest digest, String line) {
        digest.update(line.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) '\n');
    }
}
