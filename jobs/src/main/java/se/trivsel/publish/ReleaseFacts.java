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

/** The one row of {@code meta.release}: what a release is called, and what made it when. Its time is in UTC. */
record ReleaseFacts(
        String releaseId, LocalDate asOf, Instant publishedAt, String codeVersion, String definitionVersion) {
    private static final String QUERY = """
            select release_id, cast(as_of as varchar), epoch_us(published_at), code_version, definition_version
            from file.meta.release""";

    static ReleaseFacts read(Path file) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:")) {
            Sql.run(connection, "attach " + Sql.text(file) + " as file (read_only)");
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery(QUERY)) {
                if (!rows.next()) {
                    throw new IllegalStateException("meta.release is empty in " + file);
                }
                var facts = new ReleaseFacts(
                        rows.getString(1),
                        LocalDate.parse(rows.getString(2)),
                        Instant.EPOCH.plus(rows.getLong(3), ChronoUnit.MICROS),
                        rows.getString(4),
                        rows.getString(5));
                if (rows.next()) {
                    throw new IllegalStateException("meta.release has more than one row in " + file);
                }
                return facts;
            }
        }
    }
}
