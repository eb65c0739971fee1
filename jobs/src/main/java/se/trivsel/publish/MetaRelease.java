package se.trivsel.publish;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import se.trivsel.warehouse.ReleaseStamp;

/** The one row of {@code meta.release}, read back from a file. Its time is in UTC. */
final class MetaRelease {
    private static final String QUERY = """
            select release_id, cast(as_of as varchar), epoch_us(published_at), code_version, definition_version
            from file.meta.release""";

    private MetaRelease() {}

    static ReleaseStamp read(Path file) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:")) {
            Sql.run(connection, "attach " + Sql.text(file) + " as file (read_only)");
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery(QUERY)) {
                if (!rows.next()) {
                    throw new IllegalStateException("meta.release is empty in " + file);
                }
                var stamp = new ReleaseStamp(
                        rows.getString(1),
                        LocalDate.parse(rows.getString(2)),
                        Instant.EPOCH.plus(rows.getLong(3), ChronoUnit.MICROS),
                        rows.getString(4),
                        rows.getString(5));
                if (rows.next()) {
                    throw new IllegalStateException("meta.release has more than one row in " + file);
                }
                return stamp;
            }
        }
    }
}
