package se.trivsel.cli;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A value of an answer as text that other programs read: {@code 0.125}, {@code 2015-03-31}, {@code true}.
 *
 * <p>Never as Java prints it: {@code 1.0E-5} is no number to a spreadsheet.
 *
 * @param text none where the value is missing
 * @param isBare whether JSON writes it without quotation marks
 */
record Cell(Optional<String> text, boolean isBare) {
    private static final Cell MISSING = new Cell(Optional.empty(), true);
    private static final DateTimeFormatter MOMENT = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .appendLiteral(' ')
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .toFormatter();
    private static final Set<String> NUMBERS = Set.of(
            "TINYINT",
            "SMALLINT",
            "INTEGER",
            "BIGINT",
            "HUGEINT",
            "UTINYINT",
            "USMALLINT",
            "UINTEGER",
            "UBIGINT",
            "UHUGEINT",
            "FLOAT",
            "DOUBLE");

    /** The values of the current row. */
    static List<Cell> row(ResultSet rows) throws SQLException {
        var columns = rows.getMetaData();
        var cells = new ArrayList<Cell>();
        for (int column = 1; column <= columns.getColumnCount(); column++) {
            // A time stamp without a zone has to be asked for as such: Java's own would move it to the machine's zone.
            Object value = columns.getColumnType(column) == Types.TIMESTAMP
                    ? rows.getObject(column, LocalDateTime.class)
                    : rows.getObject(column);
            cells.add(value == null ? MISSING : of(value));
        }
        return cells;
    }

    static List<String> headings(ResultSetMetaData columns) throws SQLException {
        var headings = new ArrayList<String>();
        for (int column = 1; column <= columns.getColumnCount(); column++) {
            headings.add(columns.getColumnLabel(column));
        }
        return headings;
    }

    /** Which columns hold numbers and are set to the right. */
    static List<Boolean> areNumbers(ResultSetMetaData columns) throws SQLException {
        var areNumbers = new ArrayList<Boolean>();
        for (int column = 1; column <= columns.getColumnCount(); column++) {
            var type = columns.getColumnTypeName(column);
            areNumbers.add(NUMBERS.contains(type) || type.startsWith("DECIMAL"));
        }
        return areNumbers;
    }

    private static Cell of(Object value) {
        if (value instanceof Double || value instanceof Float) {
            boolean isFinite = Double.isFinite(((Number) value).doubleValue());
            var text = value.toString();
            return new Cell(Optional.of(isFinite ? new BigDecimal(text).toPlainString() : text), isFinite);
        }
        if (value instanceof BigDecimal decimal) {
            return new Cell(Optional.of(decimal.toPlainString()), true);
        }
        if (value instanceof LocalDateTime moment) {
            return new Cell(Optional.of(MOMENT.format(moment)), false);
        }
        return new Cell(Optional.of(value.toString()), value instanceof Number || value instanceof Boolean);
    }

    String orEmpty() {
        return text.orElse("");
    }
}
