package se.trivsel.cli;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;

/**
 * Opens a published file so that a query can read it and do nothing else.
 *
 * <p>Reading only is not enough: DuckDB's SQL also reads and writes any other file and loads extensions. The last
 * setting keeps a query from taking the others back.
 */
final class PublishedFile {
    private static final List<String> ONLY_READ = List.of(
            "set autoinstall_known_extensions = false",
            "set autoload_known_extensions = false",
            "set enable_external_access = false",
            "set lock_configuration = true");

    private PublishedFile() {}

    static Connection open(Path file) throws SQLException {
        var properties = new Properties();
        properties.setProperty("duckdb.read_only", "true");
        // What does not fit in memory goes here: beside the file it would be in the release.
        properties.setProperty("temp_directory", spillFolder().toString());
        var connection = DriverManager.getConnection("jdbc:duckdb:" + file, properties);
        try (Statement statement = connection.createStatement()) {
            for (String setting : ONLY_READ) {
                statement.execute(setting);
            }
            return connection;
        } catch (SQLException failure) {
            connection.close();
            throw failure;
        }
    }

    private static Path spillFolder() {
        return Path.of(
                System.getProperty("java.io.tmpdir"),
                "trivsel-sql-" + ProcessHandle.current().pid());
    }
}
