package se.trivsel.cli;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import se.trivsel.warehouse.RowTotal;

/**
 * The rows that a numerator or denominator is counted from, in the analysts' file, as its release declares them.
 *
 * <p>Rows about protected identities are taken out of that file and are still in the figure: the rows may sum to less.
 *
 * @param table in the schema {@code counted}
 * @param kinds what is counted; empty means all there is
 * @param orFewer kinds counted apart, of which the lower number is taken; empty where there are none
 */
record CountedSide(String part, String table, RowTotal total, List<String> kinds, List<String> orFewer) {
    private static final String ROWS = """
            select
                '%s' as part,
                kind_code,
                kind_label,
                counted_on,
                subject_key,
                quantity,
                counted.dataset,
                delivery_id,
                file_name,
                line_no
            from (
                select *, row_number() over (partition by kind_code order by counted_on, subject_key, row_key) as place
                from counted.%s
                where %s
            ) as counted
            left join origin.delivered_row as origin
                on origin.municipality_code = counted.municipality_code
                and origin.dataset = counted.dataset
                and origin.row_key = counted.row_key
                and counted_on between from_on and to_on
            where place <= ?
            order by kind_code, place""";

    /**
     * Rows of one kind in a figure.
     *
     * @param monthEnds of how many month ends the figure is a mean; one where it is none
     */
    record Kind(String code, String label, long rows, BigDecimal quantity, int monthEnds) {}

    CountedSide {
        kinds = List.copyOf(kinds);
        orFewer = List.copyOf(orFewer);
    }

    static Optional<CountedSide> find(Connection analyst, String measure, String part) throws SQLException {
        var declared = new Question(
                        "select counted_table, counted_as from meta.measure_rows where measure_code = ? and part_code = ?",
                        List.of(measure, part))
                .rows(
                        analyst,
                        row -> new CountedSide(
                                part,
                                row.getString(1),
                                RowTotal.of(row.getString(2)),
                                kinds(analyst, measure, part, false),
                                kinds(analyst, measure, part, true)));
        return declared.stream().findFirst();
    }

    private static List<String> kinds(Connection analyst, String measure, String part, boolean isOrFewer)
            throws SQLException {
        return new Question(
                        "select kind_code from meta.measure_kind"
                                + " where measure_code = ? and part_code = ? and is_or_fewer = ? order by all",
                        List.of(measure, part, isOrFewer))
                .rows(analyst, row -> row.getString(1));
    }

    /** Whether rows of the kind are in it. */
    boolean counts(Kind kind) {
        return kinds.isEmpty() || kinds.contains(kind.code()) || orFewer.contains(kind.code());
    }

    /** Whether the two count some of the same rows, and in the same way: then their kinds tell in what they differ. */
    boolean choosesAmongTheSameAs(CountedSide other) {
        return table.equals(other.table)
                && total == other.total
                && orFewer.isEmpty()
                && other.orFewer.isEmpty()
                && (kinds.isEmpty() || other.kinds.isEmpty() || !Collections.disjoint(kinds, other.kinds));
    }

    boolean isSum() {
        return total == RowTotal.SUM;
    }

    /** Whether a row can weigh something else than one. */
    boolean hasQuantities() {
        return switch (total) {
            case COUNT, SUBJECTS, P90_OF_SUBJECTS -> false;
            case SUM, SUM_WITHOUT_SIGN, MEDIAN, P10, P90, POPULATION -> true;
        };
    }

    /** All kinds of rows that its table has for the figure, also those that it does not count. */
    List<Kind> kindsOf(Connection analyst, FigureKey key) throws SQLException {
        return new Question("""
                select kind_code, kind_label, count(*), sum(quantity), max(month_ends)
                from counted.%s
                where %s
                group by all
                order by kind_code""".formatted(table, FigureKey.CONDITION), key.values())
                .rows(
                        analyst,
                        row -> new Kind(
                                row.getString(1),
                                row.getString(2),
                                row.getLong(3),
                                row.getBigDecimal(4),
                                row.getInt(5)));
    }

    /** What the rows make; nothing where they are only what an estimate was made of. */
    Optional<BigDecimal> total(Connection analyst, FigureKey key) throws SQLException {
        if (total == RowTotal.POPULATION) {
            return Optional.empty();
        }
        BigDecimal made = total(analyst, key, kinds);
        return Optional.of(orFewer.isEmpty() ? made : made.min(total(analyst, key, orFewer)));
    }

    private BigDecimal total(Connection analyst, FigureKey key, List<String> some) throws SQLException {
        return asked("select coalesce(%s, 0) from counted.%s where %%s".formatted(total.expression(), table), key, some)
                .rows(analyst, row -> BigDecimal.valueOf(row.getDouble(1)))
                .get(0);
    }

    /** The first rows of each kind, in the order of their days, with where they were delivered. */
    Question rows(FigureKey key, int ofEachKind) {
        var some = new ArrayList<>(kinds);
        some.addAll(orFewer);
        Question asked = asked(ROWS.formatted(part, table, "%s"), key, some);
        var values = new ArrayList<Object>(asked.values());
        values.add(ofEachKind);
        return new Question(asked.sql(), values);
    }

    /** The query with the figure and some kinds, or all where none is named, in its place. */
    private static Question asked(String query, FigureKey key, List<String> some) {
        var values = new ArrayList<>(key.values());
        values.addAll(some);
        String kinds = some.isEmpty()
                ? ""
                : " and kind_code in (" + String.join(", ", Collections.nCopies(some.size(), "?")) + ")";
        return new Question(query.formatted(FigureKey.CONDITION + kinds), values);
    }
}
