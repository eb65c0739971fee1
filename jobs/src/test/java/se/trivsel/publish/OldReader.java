package se.trivsel.publish;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/**
 * Opens a published file with whatever driver is on the class path, and prints each object of {@code bi} with its
 * rows and its comment, and how many rows each macro answers to nothing. It runs in a process of its own: two versions
 * of the driver do not fit in one.
 */
public final class OldReader {
    private OldReader() {}

    public static void main(String[] arguments) throws SQLException {
        var readOnly = new Properties();
        readOnly.setProperty("duckdb.read_only", "true");
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + arguments[0], readOnly)) {
            System.out.println(
                    "version " + column(connection, "select version()").get(0));
            System.out.println("release " + column(connection, "select release_id from meta.release"));
            for (String table : column(
                    connection,
                    "select table_name from information_schema.tables where table_schema = 'bi' order by 1")) {
                int cells = 0;
                try (Statement statement = connection.createStatement();
                        ResultSet rows = statement.executeQuery("select * from bi." + table)) {
                    while (rows.next()) {
                        for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
                            rows.getObject(column);
                            cells++;
                        }
                    }
                }
                var comment =
                        column(connection, "select comment from duckdb_tables() where table_name = '" + table + "'");
                System.out.println(table + " " + cells + " " + comment);
            }
            for (String call : column(
                    connection,
                    "select function_name || '(' || regexp_replace(array_to_string(parameters, ', '), '[a-z_]+', 'null', 'g')"
                            + " || ')' from duckdb_functions() where schema_name = 'bi' order by 1")) {
                System.out.println(call + " " + column(connection, "select count(*) from bi." + call));
            }
        }
    }

    private static List<String> column(Connection connection, String query) throws SQLException {
        var values = new ArrayList<String>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }
}
