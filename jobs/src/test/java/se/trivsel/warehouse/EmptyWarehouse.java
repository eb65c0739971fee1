package se.trivsel.warehouse;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A warehouse in memory with every real table and view, and no row in any of them. */
final class EmptyWarehouse {
    private EmptyWarehouse() {}

    static AnalystFile build(SqlTree tree) throws SQLException {
        var configuration = GivenConfiguration.of(List.of(), List.of(), Map.of());
        var limits = new Limits("512MB", 1);
        var stamp = new ReleaseStamp("r1", LocalDate.of(2018, 1, 1), Instant.EPOCH, "code", "definitions");
        AnalystFile file = AnalystFile.inMemory(limits);
        new Warehouse(
                        tree,
                        configuration,
                        Path.of("no-lake"),
                        new Withheld(Path.of("nothing-withheld")),
                        ReleaseBefore.none(),
                        limits)
                .fill(file, List.of(), stamp);
        file.execute("create schema quality");
        for (String table : tables(file)) {
            file.execute("delete from " + table);
        }
        return file;
    }

    static List<String> tables(AnalystFile file) throws SQLException {
        var tables = new ArrayList<String>();
        try (Statement statement = file.connection().createStatement();
                ResultSet rows = statement.executeQuery(
                        "select schema_name || '.' || table_name from duckdb_tables() where database_name = current_database()")) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        return tables;
    }
}
