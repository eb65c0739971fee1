package se.trivsel.normalise;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import se.trivsel.contract.Purpose;
import se.trivsel.vocabulary.FindingCode;

/**
 * How one column of the contract gets its value from a row.
 *
 * <p>Columns that stand on others, such as the sex that a personal number tells, are filled after all others.
 */
sealed interface Field {
    void fill(RowState row);

    /** Whether it needs the values of other columns. */
    default boolean isDependent() {
        return false;
    }

    /** A cell that stands for itself. */
    record Plain(int column, EmptyCells empty, CellReader reader) implements Field {
        @Override
        public void fill(RowState row) {
            String text = row.cell(column);
            if (empty.isEmpty(text)) {
                empty.tellReason(row, column, text);
                return;
            }
            Optional<?> value = reader.read(text);
            if (value.isEmpty()) {
                row.fault(column, reader.fault());
                reader.otherwise().ifPresent(agreed -> row.set(column, agreed));
                return;
            }
            row.set(column, value.get());
        }
    }

    /** A number that points at a person; only its pseudonym is kept. */
    record Pointer(int column, EmptyCells empty, Purpose purpose, Pseudonyms pseudonyms) implements Field {
        @Override
        public void fill(RowState row) {
            String text = row.cell(column);
            if (empty.isEmpty(text)) {
                empty.tellReason(row, column, text);
                return;
            }
            row.set(column, pseudonyms.of(purpose, text));
        }
    }

    /**
     * A personal number, or what stands in for one: a local number, or the employment of somebody whose number is not
     * delivered.
     *
     * @param instead the column that stands in, or -1
     */
    record Person(
            int column,
            EmptyCells empty,
            Purpose purpose,
            boolean isLocal,
            int instead,
            LocalDate reference,
            Pseudonyms pseudonyms)
            implements Field {
        @Override
        public void fill(RowState row) {
            String text = row.cell(column);
            if (empty.isEmpty(text)) {
                if (instead >= 0 && !empty.isEmpty(row.cell(instead))) {
                    row.set(column, pseudonyms.of(purpose, "instead:" + row.cell(instead)));
                    return;
                }
                empty.tellReason(row, column, text);
                return;
            }
            if (isLocal) {
                row.set(column, pseudonyms.of(purpose, "local:" + text));
                return;
            }
            Optional<PersonalNumber> number = PersonalNumber.read(text, reference);
            if (number.isEmpty()) {
                row.fault(column, FindingCode.INVALID_PERSONAL_NUMBER);
                return;
            }
            row.setPerson(column, number.get());
            row.set(column, pseudonyms.of(purpose, number.get().digits()));
        }
    }

    /** A supplier's organisation number; a sole trader's is not kept, but see {@link Trader}. */
    record Organisation(int column, EmptyCells empty) implements Field {
        @Override
        public void fill(RowState row) {
            String text = row.cell(column);
            if (empty.isEmpty(text)) {
                empty.tellReason(row, column, text);
                return;
            }
            Optional<OrganisationNumber> number = OrganisationNumber.read(text);
            if (number.isEmpty()) {
                row.fault(column, FindingCode.INVALID_ORGANISATION_NUMBER);
                return;
            }
            if (number.get().isLegalPersons()) {
                row.setLegalPerson(column);
                row.set(column, number.get().digits());
            }
        }
    }

    /** A number whose sign another cell turns. */
    record Signed(Plain own, int type, Set<String> negative) implements Field {
        @Override
        public void fill(RowState row) {
            own.fill(row);
            if (negative.contains(row.cell(type))) {
                row.value(own.column()).ifPresent(number -> row.set(own.column(), -(Long) number));
            }
        }
    }

    /** A pointer at a supplier that is a person: what its organisation number is, unless the sender has another number. */
    record Trader(int organisation, Pointer own) implements Field {
        @Override
        public void fill(RowState row) {
            own.fill(row);
            if (row.isLegalPerson(organisation) || own.empty().isEmpty(row.cell(organisation))) {
                return;
            }
            OrganisationNumber.read(row.cell(organisation))
                    .ifPresent(number -> row.set(own.column(), own.pseudonyms().of(own.purpose(), number.digits())));
        }

        @Override
        public boolean isDependent() {
            return true;
        }
    }

    /** What another column tells, such as sex; its own cell counts where that one is silent. */
    record Derived(int column, Derivation derivation, Plain own) implements Field {
        @Override
        public void fill(RowState row) {
            Optional<?> told = derivation.tell(row);
            if (told.isPresent()) {
                row.set(column, told.get());
                return;
            }
            own.fill(row);
        }

        @Override
        public boolean isDependent() {
            return true;
        }
    }

    /** A supplier's name, kept only where the organisation number is a legal person's. */
    record LegalName(int organisation, Plain own) implements Field {
        @Override
        public void fill(RowState row) {
            if (row.isLegalPerson(organisation)) {
                own.fill(row);
            }
        }

        @Override
        public boolean isDependent() {
            return true;
        }
    }
}
