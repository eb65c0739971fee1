package se.trivsel.lake;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.trivsel.contract.Column;
import se.trivsel.contract.ColumnType;
import se.trivsel.contract.Contract;
import se.trivsel.inbox.Json;
import se.trivsel.normalise.NormalisedRow;

/**
 * Rows of a contract as lines of text, so that anybody at the municipality can see what leaves it: a JSON array of texts
 * each, the first one the columns' names.
 *
 * <p>The lines may be older than the contract: a column that they lack has no value where none is required, and one that
 * the contract has no more is passed over.
 */
final class PreparedRows {
    private static final List<String> OURS = List.of("line_no", "missing_reasons");

    private final List<Column> columns;
    private int[] positions = {};

    PreparedRows(Contract contract) {
        this.columns = contract.storedColumns();
    }

    String headings() {
        return Json.line(Stream.concat(OURS.stream(), columns.stream().map(Column::storedName))
                .toList());
    }

    String line(NormalisedRow row) {
        @Nullable String[] cells = new @Nullable String[OURS.size() + columns.size()];
        cells[0] = Integer.toString(row.line());
        cells[1] = row.missingReasons();
        for (int column = 0; column < columns.size(); column++) {
            Object value = row.value(column);
            if (value != null) {
                cells[OURS.size() + column] = written(columns.get(column).type(), value);
            }
        }
        return Json.line(cells);
    }

    /**
     * Learns the order of the columns.
     *
     * @throws RuntimeException where the line holds no names of columns
     */
    void readHeadings(@Nullable String line) {
        List<String> names = Arrays.asList(cells(Objects.requireNonNull(line)));
        if (!names.subList(0, OURS.size()).equals(OURS)) {
            throw new IllegalArgumentException("Not the headings of prepared rows");
        }
        positions = columns.stream()
                .mapToInt(column -> names.indexOf(column.storedName()))
                .toArray();
    }

    /**
     * The row of a line.
     *
     * @throws RuntimeException where it is none, of whichever kind the reader of its cell throws
     */
    NormalisedRow read(String line) {
        @Nullable String[] cells = cells(line);
        @Nullable Object[] values = new @Nullable Object[positions.length];
        for (int column = 0; column < positions.length; column++) {
            String text = positions[column] < 0 ? null : cells[positions[column]];
            if (text != null) {
                values[column] = value(columns.get(column).type(), text);
            }
        }
        return new NormalisedRow(
                Integer.parseInt(Objects.requireNonNull(cells[0])), values, Objects.requireNonNull(cells[1]));
    }

    private static String[] cells(String line) {
        return Json.read(line.getBytes(StandardCharsets.UTF_8), String[].class);
    }

    private static String written(ColumnType type, Object value) {
        if (type instanceof ColumnType.Day || type instanceof ColumnType.Month) {
            return LocalDate.ofEpochDay((Integer) value).toString();
        }
        if (type instanceof ColumnType.Decimal decimal) {
            return BigDecimal.valueOf((Long) value, decimal.scale()).toPlainString();
        }
        return value.toString();
    }

    private static Object value(ColumnType type, String text) {
        if (type instanceof ColumnType.Day || type instanceof ColumnType.Month) {
            return Math.toIntExact(LocalDate.parse(text).toEpochDay());
        }
        if (type instanceof ColumnType.Decimal decimal) {
            return unscaled(decimal, new BigDecimal(text));
        }
        if (type instanceof ColumnType.WholeNumber) {
            return Integer.valueOf(text);
        }
        return type instanceof ColumnType.Flag ? (Object) Boolean.valueOf(text) : text;
    }

    private static long unscaled(ColumnType.Decimal type, BigDecimal number) {
        BigDecimal scaled = number.setScale(type.scale());
        if (scaled.precision() > type.precision()) {
            throw new ArithmeticException("More digits than " + type);
        }
        return scaled.unscaledValue().longValueExact();
    }
}
