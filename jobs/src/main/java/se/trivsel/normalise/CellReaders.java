package se.trivsel.normalise;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import se.trivsel.contract.CodeList;
import se.trivsel.contract.Column;
import se.trivsel.contract.ColumnType;
import se.trivsel.contract.Configuration;
import se.trivsel.contract.DateForm;
import se.trivsel.contract.Source;
import se.trivsel.vocabulary.FindingCode;

/** The reader of each kind of column, set up for one source; persons and organisations are read elsewhere. */
final class CellReaders {
    private final Configuration configuration;
    private final Source source;
    private final LocalDate reference;

    /** Readers for a source, with the day by which two-digit years are told. */
    CellReaders(Configuration configuration, Source source, LocalDate reference) {
        this.configuration = configuration;
        this.source = source;
        this.reference = reference;
    }

    CellReader of(Column column) {
        ColumnType type = column.type();
        if (type instanceof ColumnType.Text text) {
            return new Form(
                    FindingCode.TEXT_TOO_LONG,
                    cell -> cell.length() <= text.length() ? Optional.of(cell) : Optional.empty());
        }
        if (type instanceof ColumnType.Code code) {
            return code(column, code);
        }
        if (type instanceof ColumnType.WholeNumber) {
            var decimals = new DecimalReader(
                    new ColumnType.Decimal(9, 0), source.format().numbers(), false);
            return new Form(
                    FindingCode.NOT_A_NUMBER, cell -> decimals.read(cell).map(Long::intValue));
        }
        if (type instanceof ColumnType.Decimal decimal) {
            return new DecimalReader(
                    decimal, source.format().numbers(), source.percent().contains(column.name()));
        }
        if (type instanceof ColumnType.Day) {
            return day(column);
        }
        if (type instanceof ColumnType.Month) {
            return DayReader.months(source.format().dates(), reference);
        }
        if (type instanceof ColumnType.Flag) {
            return flag();
        }
        throw new IllegalArgumentException("Not a column with a reader of its own: " + column.name());
    }

    private CellReader day(Column column) {
        DateForm form = source.format().dates();
        DayReader days = DayReader.days(form, reference);
        return Optional.ofNullable(source.monthDays().get(column.name()))
                .<CellReader>map(meant -> new MonthAsDay(days, DayReader.months(form, reference), meant))
                .orElse(days);
    }

    private CellReader code(Column column, ColumnType.Code type) {
        CodeList list = Objects.requireNonNull(configuration.codeLists().get(type.list()));
        Map<String, String> ours = new HashMap<>();
        list.labelByCode().keySet().forEach(code -> ours.put(code, code));
        Map<String, String> theirs = source.codes().get(column.name());
        Map<String, String> words = theirs == null ? ours : theirs;
        Function<String, Optional<?>> known = cell -> Optional.ofNullable(words.get(cell));
        return Optional.ofNullable(source.otherCodes().get(column.name()))
                .<CellReader>map(other -> new CodeOrOther(known, other))
                .orElse(new Form(FindingCode.UNKNOWN_CODE, known));
    }

    private CellReader flag() {
        Set<String> yes = Set.copyOf(source.format().yes());
        Set<String> no = Set.copyOf(source.format().no());
        return new Form(FindingCode.NOT_A_FLAG, cell -> {
            if (yes.contains(cell)) {
                return Optional.of(true);
            }
            return no.contains(cell) ? Optional.of(false) : Optional.empty();
        });
    }

    /** A code for every word that is not known, by agreement; the sender is told each time. */
    private record CodeOrOther(Function<String, Optional<?>> known, String other) implements CellReader {
        @Override
        public Optional<?> read(String text) {
            return known.apply(text);
        }

        @Override
        public FindingCode fault() {
            return FindingCode.CODE_BY_DEFAULT;
        }

        @Override
        public Optional<?> otherwise() {
            return Optional.of(other);
        }
    }

    private record Form(FindingCode fault, Function<String, Optional<?>> form) implements CellReader {
        @Override
        public Optional<?> read(String text) {
            return form.apply(text);
        }
    }
}
