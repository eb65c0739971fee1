package se.trivsel.contract;

import java.util.List;

/**
 * Which rows one side of a measure's quotient is made of: those of some kinds in a table of {@code sql/55_counted}.
 *
 * <p>It says again, row by row, what the measure's SQL adds up: a test holds the two to each other.
 *
 * @param table the table's name without its schema
 * @param kinds values of {@code kind_code}; empty means all
 * @param orFewer kinds that are counted apart; the side is the lower of the two numbers. Empty where there is one only
 * @param as how the figure comes of the rows, such as {@code count}, {@code sum} or {@code median}
 */
public record CountedRows(String table, List<String> kinds, List<String> orFewer, String as) {
    public CountedRows {
        kinds = List.copyOf(kinds);
        orFewer = List.copyOf(orFewer);
    }

    static CountedRows read(Entry entry) {
        return new CountedRows(
                entry.text("table"),
                entry.texts("kinds"),
                entry.texts("or_fewer"),
                entry.find("as").orElse("count"));
    }
}
