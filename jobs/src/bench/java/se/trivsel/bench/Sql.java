package se.trivsel.bench;

import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Questions to DuckDB about what was written; each of its own, so they share nothing. */
final class Sql {
    private Sql() {}

    /** The first column of what a query answers. */
    static List<String> lines(String query) throws SQLException {
        var lines = new ArrayList<String>();
        try (var connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                lines.add(rows.getString(1));
            }
        }
        return lines;
    }

    static double number(String query) throws SQLException {
        return Double.parseDouble(lines(query).get(0));
    }
}
