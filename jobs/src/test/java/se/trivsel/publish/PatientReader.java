package se.trivsel.publish;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;

/**
 * Opens a published file with whatever driver is on the class path and prints which release it is; when it is given a byte, prints
 * it again of the same connection, and then of a new one.
 */
public final class PatientReader {
    private PatientReader() {}

    public static void main(String[] arguments) throws SQLException, IOException {
        try (Connection connection = open(arguments[0])) {
            System.out.println(release(connection));
            if (System.in.read() >= 0) {
                System.out.println(release(connection));
            }
        }
        try (Connection connection = open(arguments[0])) {
            System.out.println(release(connection));
        }
    }

    private static Connection open(String file) throws SQLException {
        var readOnly = new Properties();
        readOnly.setProperty("duckdb.read_only", "true");
        return DriverManager.getConnection("jdbc:duckdb:" + file, readOnly);
    }

    /** With every figure counted: part of the file is read only now. */
    private static String release(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select (select release_id from meta.release) || ' with '"
                        + " || (select count(value) from bi.measure_value) || ' figures'")) {
            row.next();
            return row.getString(1);
        }
    }
}
