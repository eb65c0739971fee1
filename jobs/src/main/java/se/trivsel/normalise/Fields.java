package se.trivsel.normalise;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import se.trivsel.contract.Column;
import se.trivsel.contract.ColumnType;
import se.trivsel.contract.Configuration;
import se.trivsel.contract.Contract;
import se.trivsel.contract.Interval;
import se.trivsel.contract.SignRule;
import se.trivsel.contract.Source;

/** Sets up the fields of a contract for one source. */
final class Fields {
    private final Configuration configuration;
    private final Contract contract;
    private final Source source;
    private final Pseudonyms pseudonyms;
    private final LocalDate reference;
    private final CellReaders readers;
    private final EmptyCells empty;
    private final EmptyCells emptyEnd;

    Fields(Configuration configuration, Contract contract, Source source, Pseudonyms pseudonyms, LocalDate reference) {
        this.configuration = configuration;
        this.contract = contract;
        this.source = source;
        this.pseudonyms = pseudonyms;
        this.reference = reference;
        this.readers = new CellReaders(configuration, source, reference);
        this.empty = new EmptyCells(
                Set.copyOf(source.format().noValue()), source.format().reasonBySign());
        Set<String> end = new HashSet<>(source.format().noValue());
        end.addAll(source.format().openEnd());
        this.emptyEnd = new EmptyCells(end, source.format().reasonBySign());
    }

    /** In the order in which they can be filled: those that stand on others last. */
    List<Field> inOrder() {
        var independent = new ArrayList<Field>();
        var dependent = new ArrayList<Field>();
        for (int i = 0; i < contract.columns().size(); i++) {
            Field field = field(i, contract.columns().get(i));
            (field.isDependent() ? dependent : independent).add(field);
        }
        independent.addAll(dependent);
        return List.copyOf(independent);
    }

    private Field field(int index, Column column) {
        ColumnType type = column.type();
        if (type instanceof ColumnType.Identifier identifier) {
            var pointer = new Field.Pointer(index, empty, identifier.purpose(), pseudonyms);
            return column.derivedFrom()
                    .<Field>map(organisation -> new Field.Trader(position(organisation), pointer))
                    .orElse(pointer);
        }
        if (type instanceof ColumnType.PersonalNumber number) {
            return new Field.Person(
                    index,
                    empty,
                    number.purpose(),
                    source.localIds().contains(column.name()),
                    column.instead().map(this::position).orElse(-1),
                    reference,
                    pseudonyms);
        }
        if (type instanceof ColumnType.OrganisationNumber) {
            return new Field.Organisation(index, empty);
        }
        var plain = new Field.Plain(index, isEnd(column) ? emptyEnd : empty, readers.of(column));
        SignRule sign = source.signs().get(column.name());
        if (sign != null) {
            return new Field.Signed(plain, source.cellUnder(sign.heading(), contract), sign.negative());
        }
        if (column.derivedFrom().isPresent()) {
            return new Field.Derived(
                    index, derivation(column, column.derivedFrom().get()), plain);
        }
        return column.onlyLegal()
                .<Field>map(organisation -> new Field.LegalName(position(organisation), plain))
                .orElse(plain);
    }

    private Derivation derivation(Column column, String from) {
        int origin = position(from);
        ColumnType originType = contract.columns().get(origin).type();
        if (originType instanceof ColumnType.OrganisationNumber) {
            return Derivation.supplierKind(origin, empty);
        }
        if (column.type() instanceof ColumnType.WholeNumber) {
            return Derivation.birthYear(origin);
        }
        if (column.on().isPresent() && column.type() instanceof ColumnType.Code code) {
            var groups = Objects.requireNonNull(configuration.codeLists().get(code.list()));
            return Derivation.ageGroup(origin, position(column.on().get()), groups);
        }
        return Derivation.sex(origin);
    }

    private boolean isEnd(Column column) {
        return contract.intervals().stream().map(Interval::to).anyMatch(column.name()::equals);
    }

    private int position(String column) {
        for (int i = 0; i < contract.columns().size(); i++) {
            if (contract.columns().get(i).name().equals(column)) {
                return i;
            }
        }
        throw new IllegalArgumentException("No column " + column + " in contract " + contract.dataset());
    }
}
