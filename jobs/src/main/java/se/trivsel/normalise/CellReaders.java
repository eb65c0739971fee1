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
                    new ColumnType.Decimal(9, 0), source.format().decimal(), false);
            return new Form(
                    FindingCode.NOT_A_NUMBER, cell -> decimals.read(cell).map(Long::intValue));
        }
        if (type instanceof ColumnType.Decimal decimal) {
            return new DecimalReader(
                    decimal, source.format().decimal(), source.percent().contains(column.name()));
        }
        if (type instanceof ColumnType.Day) {
            return DayReader.days(source.format().dayForms(), reference);
        }
        if (type instanceof ColumnType.Month) {
            return DayReader.months(source.format().monthForms(), reference);
        }
        if (type instanceof ColumnType.Flag) {
            return flag();
        }
        throw new IllegalArgumentException("Not a column with a reader of its own: " + column.name());
    }

    private CellReader code(Column column, ColumnType.Code type) {
        CodeList list = Objects.requireNonNull(configuration.codeLists().get(type.list()));
        Map<String, String> ours = new HashMap<>();
        list.labelByCode().keySet().forEach(code -> ours.put(code, code));
        Map<String, String> theirs = source.codes().get(column.name());
        Map<String, String> words = theirs == null ? ours : theirs;
        return new Form(FindingCode.UNKNOWN_CODE, cell -> Optional.ofNullable(words.get(cell)));
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

    private record Form(FindingCode fault, Function<String, Optional<?>> form) implements CellReader {
        @Override
        public Optional<?> read(String text) {
            return form.apply(text);
        }
    }
}
