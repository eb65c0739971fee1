package se.trivsel.bench;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * What a cleaning left behind, so far as it is the same whoever did it: no pseudonym is, since keys differ.
 *
 * @param kept how many rows
 * @param rejected how many rows
 * @param content a line for each municipality and reason: counts, sums, first and last days, how many employments
 */
record CleanedRows(long kept, long rejected, List<String> content) {
    /**
     * Reads it.
     *
     * @param kept a table in DuckDB's SQL with the cleaned rows
     * @param rejected a query for how many there are
     */
    static CleanedRows read(String kept, String rejected) throws SQLException {
        return new CleanedRows(
                (long) Sql.number("select count(*) from " + kept), (long) Sql.number(rejected), Sql.lines("""
                        select concat_ws(' ', municipality, absence_reason_code, count(*), count(ended_on),
                            count_if(is_certified), sum(extent_share), sum(scheduled_hours), min(started_on),
                            max(started_on), min(ended_on), max(ended_on), count(distinct employment_key)) as line
                        from %s group by municipality, absence_reason_code order by line""".formatted(
                                kept)));
    }

    /** Ends the bench where another cleaning of the same files came to something else. */
    void hasToBe(CleanedRows expected, String who) {
        if (equals(expected)) {
            return;
        }
        var others = new ArrayList<>(content);
        others.removeAll(expected.content);
        throw new IllegalStateException(
                "%s kept %s rows and rejected %s, expected were %s and %s; other than expected: %s"
                        .formatted(
                                who,
                                Table.count(kept),
                                Table.count(rejected),
                                Table.count(expected.kept),
                                Table.count(expected.rejected),
                                others));
    }
}
