package se.trivsel.warehouse;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import se.trivsel.contract.CountedRows;
import se.trivsel.contract.Measure;

/**
 * Figures beside the totals of the rows that their measure says they are counted from.
 *
 * <p>Rows are not rounded where the measure's SQL rounds by the month: hours and kronor may differ by less than 0,01.
 */
public final class CountedFigures {
    private CountedFigures() {}

    /**
     * Those figures whose rows give another number: at most ten of each side.
     *
     * @param figures a query with the columns of {@code sql/40_measure}
     * @param where which of them
     */
    public static List<String> differing(Connection connection, Measure measure, String figures, String where)
            throws SQLException {
        var differing = new ArrayList<String>();
        differing.addAll(differing(
                connection, figures, where, "numerator", measure.rows().numerator()));
        differing.addAll(differing(
                connection, figures, where, "denominator", measure.rows().denominator()));
        return differing;
    }

    /** An estimate is held to the number of persons or cases that it is made of. */
    private static List<String> differing(
            Connection connection, String figures, String where, String part, Optional<CountedRows> declared)
            throws SQLException {
        if (declared.isEmpty()) {
            return List.of();
        }
        CountedRows side = declared.get();
        boolean isPopulation = RowTotal.of(side.as()) == RowTotal.POPULATION;
        String figure = isPopulation ? "group_size" : part;
        RowTotal total = isPopulation ? RowTotal.SUBJECTS : RowTotal.of(side.as());
        List<String> other = side.orFewer().isEmpty() ? side.kinds() : side.orFewer();
        return strings(connection, """
                select '%s', municipality_code, group_code, period_type, period_start, %s,
                    least(coalesce(counted.total, 0), coalesce(fewer.total, 0))
                from (%s) as figures
                left join (%s) as counted using (municipality_code, group_code, period_type, period_start)
                left join (%s) as fewer using (municipality_code, group_code, period_type, period_start)
                where %s and abs(%2$s - least(coalesce(counted.total, 0), coalesce(fewer.total, 0))) >= 0.01
                order by all
                limit 10""".formatted(
                        part,
                        figure,
                        figures,
                        totals(total, side.table(), side.kinds(), where),
                        totals(total, side.table(), other, where),
                        where));
    }

    private static String totals(RowTotal total, String table, List<String> kinds, String where) {
        return """
                select municipality_code, group_code, period_type, period_start, %s as total
                from counted.%s
                where %s and %s
                group by municipality_code, group_code, period_type, period_start""".formatted(
                total.expression(),
                table,
                where,
                kinds.isEmpty() ? "true" : kinds.stream().collect(Collectors.joining("', '", "kind_code in ('", "')")));
    }

    static List<String> strings(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            var found = new ArrayList<String>();
            while (rows.next()) {
                var cells = new ArrayList<String>();
                for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
                    cells.add(rows.getString(column));
                }
                found.add(String.join(" ", cells));
            }
            return found;
        }
    }
}
