package se.trivsel.publish;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Names and texts as they stand in SQL, and a statement that answers nothing. */
final class Sql {
    private Sql() {}

    static String name(String identifier) {
        return '"' + identifier.replace("\"", "\"\"") + '"';
    }

    static String text(String literal) {
        return '\'' + literal.replace("'", "''") + '\'';
    }

    static String text(Path path) {
        return text(path.toAbsolutePath().toString());
    }

    /** Runs one statement in a Statement of its own: DuckDB closes the one a failure happened in. */
    static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
