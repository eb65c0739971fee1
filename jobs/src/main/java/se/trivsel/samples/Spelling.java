package se.trivsel.samples;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import se.trivsel.contract.Column;
import se.trivsel.contract.ColumnType;
import se.trivsel.contract.Contract;
import se.trivsel.contract.FileFormat;
import se.trivsel.contract.Interval;
import se.trivsel.contract.Source;

/**
 * Puts our values in a system's own way: the reading of its source description, backwards.
 *
 * <p>Where several of its words mean the same code, the first one is used.
 */
final class Spelling {
    private final Contract contract;
    private final Source source;
    private final FileFormat format;
    private final Habits habits;
    private final DateTimeFormatter dayForm;
    private final DateTimeFormatter monthForm;
    private final Set<String> ends;

    /** Amounts are written with all their decimals, other numbers with no more than they need. */
    private final Set<String> money;

    private final Map<LocalDate, String> days = new HashMap<>();
    private final Map<YearMonth, String> months = new HashMap<>();
    private final Map<String, Map<String, String>> wordByCode = new HashMap<>();

    Spelling(Contract contract, Source source, Habits habits) {
        this.contract = contract;
        this.source = source;
        this.format = source.format();
        this.habits = habits;
        dayForm = DateTimeFormatter.ofPattern(format.dates().days().get(0), Locale.ROOT);
        monthForm = DateTimeFormatter.ofPattern(format.dates().months().get(0), Locale.ROOT);
        ends = contract.intervals().stream().map(Interval::to).collect(Collectors.toSet());
        money = contract.columns().stream()
                .filter(column -> column.type() instanceof ColumnType.Decimal decimal && decimal.precision() >= 10)
                .map(Column::name)
                .collect(Collectors.toSet());
        source.codes().forEach((column, codeByWord) -> {
            var words = new LinkedHashMap<String, String>();
            codeByWord.forEach((word, code) -> words.putIfAbsent(code, word));
            wordByCode.put(column, words);
        });
    }

    String write(String column, Optional<Cell> cell) {
        if (cell.isEmpty()) {
            return ends.contains(column) && !format.openEnd().isEmpty()
                    ? format.openEnd().get(0)
                    : "";
        }
        return write(column, cell.get());
    }

    private String write(String column, Cell cell) {
        if (cell instanceof Cell.Word word) {
            return word(column, word.text());
        }
        if (cell instanceof Cell.Day day) {
            return days.computeIfAbsent(day.day(), dayForm::format);
        }
        if (cell instanceof Cell.Month month) {
            return months.computeIfAbsent(month.month(), monthForm::format);
        }
        if (cell instanceof Cell.Quantity quantity) {
            return quantity(column, quantity.value());
        }
        if (cell instanceof Cell.Flag flag) {
            return flag.holds() ? format.yes().get(0) : format.no().get(0);
        }
        if (cell instanceof Cell.Person person) {
            return person(column, person.individual());
        }
        return ((Cell.Verbatim) cell).text();
    }

    private String word(String column, String text) {
        Map<String, String> words = wordByCode.get(column);
        if (words == null) {
            return text;
        }
        String word = words.get(text);
        if (word == null) {
            throw new IllegalArgumentException("The system " + source.system() + " has no word for " + text + " in "
                    + contract.dataset() + "." + column);
        }
        return word;
    }

    String quantity(String column, BigDecimal value) {
        BigDecimal written = source.percent().contains(column) ? value.movePointRight(2) : value;
        String plain = money.contains(column)
                ? written.toPlainString()
                : written.stripTrailingZeros().toPlainString();
        return plain.replace('.', format.numbers().decimal());
    }

    private String person(String column, Individual individual) {
        if (source.localIds().contains(column)) {
            return individual.localNumber();
        }
        return individual.personalNumber().map(habits::personalNumber).orElse("");
    }
}
