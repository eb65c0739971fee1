package se.trivsel.warehouse;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;

/**
 * What changed from one release to another: the table {@code revision.change}, by the same SQL that each release tells its own
 * revisions with.
 *
 * <p>Both releases are read as they were published. The causes are those known to the later one's program: of what a release does
 * not tell (its measures' datasets, how its deliveries were read) nothing is guessed.
 */
public final class ReleaseDifference implements AutoCloseable {
    private static final List<String> USED = List.of("sql/46_arrival/delivery.sql", "sql/48_revision/change.sql");

    private final AnalystFile file;

    private ReleaseDifference(AnalystFile file) {
        this.file = file;
    }

    /** Works it out, from the files that BI tools open. */
    public static ReleaseDifference between(Path before, Path after, SqlTree tree, Limits limits) throws SQLException {
        AnalystFile file = AnalystFile.inMemory(limits);
        try {
            Warehouse.begin(file, tree);
            MetaTables.declare(file);
            ReleaseBefore.of(Optional.of(before)).load(file);
            show(file, after);
            USED.forEach(place -> file.runAsTable(tree.file(place)));
            return new ReleaseDifference(file);
        } catch (SQLException | RuntimeException failure) {
            file.close();
            throw failure;
        }
    }

    private static void show(AnalystFile file, Path after) throws SQLException {
        file.execute("attach " + AnalystFile.quoted(after.toString()) + " as after (read_only)");
        file.execute("insert into meta.release by name from after.meta.release");
        file.execute("insert into meta.measure by name select measure_code, definition_version from after.bi.measure");
        if (hasDatasets(file)) {
            file.execute("insert into meta.measure_dataset by name from after.bi.measure_dataset");
        }
        file.execute("create table value.measure_value as from after.bi.measure_value");
        file.execute("create table lake.live_delivery as " + ReleaseBefore.deliveries(file, "after"));
        file.execute("create table core.peer_membership as from after.bi.peer_membership");
        file.execute("detach after");
    }

    private static boolean hasDatasets(AnalystFile file) throws SQLException {
        try (Statement statement = file.connection().createStatement();
                ResultSet tables = statement.executeQuery("""
                        select 1 from duckdb_tables()
                        where database_name = 'after' and schema_name = 'bi' and table_name = 'measure_dataset'
                        """)) {
            return tables.next();
        }
    }

    /** For queries over {@code revision.change}. */
    public Connection connection() {
        return file.connection();
    }

    @Override
    public void close() throws SQLException {
        file.close();
    }
}
