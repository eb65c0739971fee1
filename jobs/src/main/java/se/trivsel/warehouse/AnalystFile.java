package se.trivsel.warehouse;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The analysts' database file while it is being made: every layer, pseudonymised rows included.
 *
 * <p>It is in the oldest storage format, so that the drivers of BI tools open it. It is whole only when it is closed:
 * nothing of it is logged meanwhile, since what a killed run was building is built anew.
 */
public final class AnalystFile implements AutoCloseable {
    static final String NAME = "analyst";

    private final Connection connection;
    private final Limits limits;
    private final List<SqlTiming> timings = new ArrayList<>();
    private Runnable afterEach = () -> {};

    private AnalystFile(Connection connection, Limits limits) {
        this.connection = connection;
        this.limits = limits;
    }

    /** Makes the file, or opens it for more to be written. */
    public static AnalystFile open(Path path, Limits limits) throws SQLException {
        Path absolute = path.toAbsolutePath();
        return attached(absolute.toString(), absolute.resolveSibling(path.getFileName() + ".tmp"), limits);
    }

    /** One that is gone when it is closed. */
    static AnalystFile inMemory(Limits limits) throws SQLException {
        return attached(":memory:", Path.of(System.getProperty("java.io.tmpdir"), "trivsel.tmp"), limits);
    }

    private static AnalystFile attached(String database, Path spill, Limits limits) throws SQLException {
        Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        try {
            execute(connection, "SET TimeZone = 'UTC'");
            execute(connection, "SET threads = " + limits.threads());
            execute(connection, "SET memory_limit = " + quoted(limits.memory()));
            execute(connection, "SET temp_directory = " + quoted(spill.toString()));
            execute(
                    connection,
                    "ATTACH " + quoted(database) + " AS " + NAME
                            + " (STORAGE_VERSION 'v1.0.0', RECOVERY_MODE no_wal_writes)");
            execute(connection, "USE " + NAME);
            return new AnalystFile(connection, limits);
        } catch (SQLException failure) {
            connection.close();
            throw failure;
        }
    }

    /** For queries and appenders; the file's own schemas are the default ones. */
    public Connection connection() {
        return connection;
    }

    public void execute(String sql) throws SQLException {
        execute(connection, sql);
    }

    /** What is done after each file of the tree from now on. */
    void tellEach(Runnable done) {
        afterEach = done;
    }

    /** Runs a file so that its object is a table. */
    void runAsTable(SqlFile file) {
        run(file, file.asTable());
    }

    /** Runs a file as it is written. */
    void run(SqlFile file) {
        run(file, file.asWritten());
    }

    /**
     * Makes a file's object as a table with rows that were computed elsewhere.
     *
     * @param rows as SQL calls them, with the columns of the object
     * @param took how long that was computed
     * @return how many there are
     */
    long loadAsTable(SqlFile file, String rows, Duration took) throws SQLException {
        List<SqlStatement> statements = file.asTable();
        SqlStatement declared = statements.get(0);
        run(file, new SqlStatement(declared.text() + " with no data", declared.line()));
        execute("insert into " + file.object() + " by name from " + rows);
        statements.stream().skip(1).forEach(statement -> run(file, statement));
        timings.add(new SqlTiming(file.object(), took));
        afterEach.run();
        return number("select count(*) from " + file.object());
    }

    private void run(SqlFile file, List<SqlStatement> statements) {
        long started = System.nanoTime();
        statements.forEach(statement -> run(file, statement));
        timings.add(new SqlTiming(file.object(), Duration.ofNanos(System.nanoTime() - started)));
        afterEach.run();
    }

    /** How long each file of the tree took so far, the slowest first. */
    List<SqlTiming> timings() {
        return timings.stream()
                .sorted(Comparator.comparing(SqlTiming::took).reversed())
                .toList();
    }

    /**
     * Runs one statement of a file. One that needs more memory than there is has another try with a single thread, which needs
     * less: DuckDB spills what it joins and groups, but each thread holds on to a part of it.
     *
     * @throws SqlFileException with the file and the line at which the database refused
     */
    public void run(SqlFile file, SqlStatement statement) {
        try {
            executeInMemoryThereIs(statement.text());
        } catch (SQLException failure) {
            throw new SqlFileException(file, statement, failure);
        }
    }

    private void executeInMemoryThereIs(String sql) throws SQLException {
        try {
            execute(sql);
        } catch (SQLException refused) {
            if (limits.threads() == 1 || !isOutOfMemory(refused)) {
                throw refused;
            }
            withOneThread(sql);
        }
    }

    /** The driver has no code for it. */
    private static boolean isOutOfMemory(SQLException failure) {
        return String.valueOf(failure.getMessage()).startsWith("Out of Memory Error");
    }

    private void withOneThread(String sql) throws SQLException {
        execute("SET threads = 1");
        try {
            execute(sql);
        } finally {
            execute("SET threads = " + limits.threads());
        }
    }

    /** Brings everything into the file itself and lets go of it. */
    @Override
    public void close() throws SQLException {
        try (connection) {
            execute("CHECKPOINT " + NAME);
            execute("USE memory");
            execute("DETACH " + NAME);
        }
    }

    /** The first column of a query's rows. */
    List<String> strings(String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            var strings = new ArrayList<String>();
            while (rows.next()) {
                strings.add(rows.getString(1));
            }
            return strings;
        }
    }

    /** The number that a query answers. */
    long number(String query) throws SQLException {
        return Long.parseLong(strings(query).get(0));
    }

    static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
