package se.trivsel.serve;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.Properties;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import se.trivsel.publish.Releases;

/**
 * Whether the file that BI tools open can be opened.
 *
 * <p>It is opened under the release's own name and closed at once: a file held open by this process would be answered
 * from the old release after a new one.
 */
final class WarehouseHealth extends AbstractHealthIndicator {
    private static final String QUERY = "select release_id from meta.release";

    private final Releases releases;

    WarehouseHealth(Releases releases) {
        super("The published file cannot be opened");
        this.releases = releases;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) throws SQLException {
        Optional<Path> folder = releases.currentFolder();
        if (folder.isEmpty()) {
            health.unknown().withDetail("release", "none yet");
            return;
        }
        health.up().withDetail("release", releaseId(folder.get().resolve(Releases.SERVED_FILE)));
    }

    private static String releaseId(Path file) throws SQLException {
        var readOnly = new Properties();
        readOnly.setProperty("duckdb.read_only", "true");
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + file, readOnly);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(QUERY)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
