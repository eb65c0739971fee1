package se.trivsel.cli;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * What a municipality had agreed to deliver of a dataset and had not when the release was made.
 *
 * @param since the day on which the oldest of it was due
 */
record Overdue(String code, String dataset, String since, int deliveries) {
    private static final String IS_THERE = "select count(*) from information_schema.tables"
            + " where table_schema = 'bi' and table_name = 'freshness'";
    private static final String OVERDUE = "select municipality_code, dataset, overdue_since_on, overdue_deliveries"
            + " from bi.freshness where overdue_deliveries > 0 order by all";

    /** From a published file; one that was published before there was a calendar knows of nothing. */
    static List<Overdue> read(Statement statement) throws SQLException {
        try (ResultSet there = statement.executeQuery(IS_THERE)) {
            if (!there.next() || there.getInt(1) == 0) {
                return List.of();
            }
        }
        var overdue = new ArrayList<Overdue>();
        try (ResultSet rows = statement.executeQuery(OVERDUE)) {
            while (rows.next()) {
                overdue.add(new Overdue(rows.getString(1), rows.getString(2), rows.getString(3), rows.getInt(4)));
            }
        }
        return List.copyOf(overdue);
    }
}
