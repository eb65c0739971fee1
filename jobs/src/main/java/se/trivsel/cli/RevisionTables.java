package se.trivsel.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * What changed, or would: a count by cause and then the changes themselves.
 *
 * @param limit so many changes are shown in a table; all for 0, and in every other format
 */
record RevisionTables(PrintStream output, ResultFormat format, int limit) {
    private static final String COUNTED = """
            select cause_code, change_code, count(*) as figures
            from revision.change
            group by all
            order by figures desc, cause_code, change_code
            """;
    private static final String CHANGES = """
            select
                municipality_code,
                measure_code,
                group_code,
                period_type,
                period_start,
                round(old_value, 6) as old_value,
                round(new_value, 6) as new_value,
                old_status,
                new_status,
                cause_code,
                delivery_id
            from revision.change
            order by municipality_code, measure_code, split_code, group_code, period_type, period_start
            """;

    /** Asks a database that has the table {@code revision.change}. */
    void write(Connection database) throws SQLException, IOException {
        if (format == ResultFormat.TABLE) {
            write(database, COUNTED);
            output.println();
            write(database, CHANGES + (limit > 0 ? "limit " + limit : ""));
        } else {
            write(database, CHANGES);
        }
        output.flush();
    }

    private void write(Connection database, String query) throws SQLException, IOException {
        try (Statement statement = database.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            format.write(rows, output);
        }
    }
}
