package se.trivsel.samples;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A row of a contract, by our column names; what is not given is empty in the file. */
final class Row {
    private final Map<String, Cell> cellByColumn = new HashMap<>();
    private final Map<String, String> textByIgnoredHeading = new HashMap<>();

    Row word(String column, String text) {
        return text.isEmpty() ? this : put(column, new Cell.Word(text));
    }

    Row word(String column, Optional<String> text) {
        text.ifPresent(present -> word(column, present));
        return this;
    }

    Row day(String column, LocalDate day) {
        return put(column, new Cell.Day(day));
    }

    Row day(String column, Optional<LocalDate> day) {
        day.ifPresent(present -> day(column, present));
        return this;
    }

    Row month(String column, YearMonth month) {
        return put(column, new Cell.Month(month));
    }

    Row whole(String column, long number) {
        return put(column, new Cell.Quantity(BigDecimal.valueOf(number)));
    }

    Row hundredths(String column, long hundredths) {
        return put(column, new Cell.Quantity(BigDecimal.valueOf(hundredths, 2)));
    }

    Row thousandths(String column, long thousandths) {
        return put(column, new Cell.Quantity(BigDecimal.valueOf(thousandths, 3)));
    }

    Row flag(String column, boolean holds) {
        return put(column, new Cell.Flag(holds));
    }

    Row person(String column, Individual individual) {
        return put(column, new Cell.Person(individual));
    }

    Row verbatim(String column, String text) {
        return put(column, new Cell.Verbatim(text));
    }

    /** What stands under a heading that is known and not read. */
    Row aside(String heading, String text) {
        textByIgnoredHeading.put(heading, text);
        return this;
    }

    Row copy() {
        var copy = new Row();
        copy.cellByColumn.putAll(cellByColumn);
        copy.textByIgnoredHeading.putAll(textByIgnoredHeading);
        return copy;
    }

    Optional<Cell> cell(String column) {
        return Optional.ofNullable(cellByColumn.get(column));
    }

    String aside(String heading) {
        return textByIgnoredHeading.getOrDefault(heading, "");
    }

    private Row put(String column, Cell cell) {
        cellByColumn.put(column, cell);
        return this;
    }
}
