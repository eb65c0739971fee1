package se.trivsel.fetch;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A column of a database's answer, and how its values are written.
 *
 * <p>Equal values are always written alike, or the same answer would be taken for a new delivery.
 */
record AnswerColumn(int number, String heading, Form form) {
    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

    /** What kind of value it holds. */
    private enum Form {
        TEXT,
        PADDED_TEXT,
        EXACT_NUMBER,
        FLOATING_NUMBER,
        FLAG,
        DAY,
        MOMENT,
        MOMENT_IN_ZONE
    }

    /** All columns of an answer; one whose values no cell can hold is refused before a row is read. */
    static List<AnswerColumn> of(ResultSetMetaData answer) throws SQLException {
        var columns = new ArrayList<AnswerColumn>();
        for (int number = 1; number <= answer.getColumnCount(); number++) {
            String heading = answer.getColumnLabel(number);
            String typeName = String.valueOf(answer.getColumnTypeName(number)).toLowerCase(Locale.ROOT);
            columns.add(new AnswerColumn(number, heading, form(heading, answer.getColumnType(number), typeName)));
        }
        return List.copyOf(columns);
    }

    private static Form form(String heading, int type, String typeName) {
        return switch (type) {
            case Types.VARCHAR, Types.NVARCHAR, Types.LONGVARCHAR, Types.LONGNVARCHAR, Types.CLOB, Types.NCLOB ->
                Form.TEXT;
            case Types.CHAR, Types.NCHAR -> Form.PADDED_TEXT;
            case Types.TINYINT, Types.SMALLINT, Types.INTEGER, Types.BIGINT, Types.DECIMAL, Types.NUMERIC ->
                Form.EXACT_NUMBER;
            case Types.REAL, Types.FLOAT, Types.DOUBLE -> Form.FLOATING_NUMBER;
            case Types.BOOLEAN, Types.BIT -> Form.FLAG;
            case Types.DATE -> Form.DAY;
            // PostgreSQL's driver does not tell the two apart by their type.
            case Types.TIMESTAMP -> typeName.equals("timestamptz") ? Form.MOMENT_IN_ZONE : Form.MOMENT;
            case Types.TIMESTAMP_WITH_TIMEZONE -> Form.MOMENT_IN_ZONE;
            default -> {
                if (typeName.equals("uuid")) {
                    yield Form.TEXT;
                }
                throw FetchFailed.ofOneFile("the column " + heading + " is of type " + typeName
                        + ", which no cell can hold; cast it to text in the query");
            }
        };
    }

    /** The value of the row that is at hand; empty where there is none. */
    String text(ResultSet rows) throws SQLException {
        if (rows.getObject(number) == null) {
            return "";
        }
        return switch (form) {
            case TEXT -> rows.getString(number);
            case PADDED_TEXT -> rows.getString(number).stripTrailing();
            case EXACT_NUMBER -> rows.getBigDecimal(number).toPlainString();
            case FLOATING_NUMBER -> floating(rows.getString(number));
            case FLAG -> String.valueOf(rows.getBoolean(number));
            case DAY -> day(rows.getObject(number, LocalDate.class));
            case MOMENT -> rows.getObject(number, LocalDateTime.class).format(MOMENT);
            case MOMENT_IN_ZONE ->
                rows.getObject(number, OffsetDateTime.class)
                        .atZoneSameInstant(SWEDEN)
                        .format(MOMENT);
        };
    }

    /** PostgreSQL has days that never come; a source says what it means by them, with {@code open_end: [infinity]}. */
    private static String day(LocalDate day) {
        if (day.equals(LocalDate.MAX)) {
            return "infinity";
        }
        return day.equals(LocalDate.MIN) ? "-infinity" : day.toString();
    }

    private static String floating(String number) {
        try {
            return new BigDecimal(number).toPlainString();
        } catch (NumberFormatException notFinite) {
            return number;
        }
    }
}
