package se.trivsel.normalise;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.trivsel.contract.MissingReason;
import se.trivsel.vocabulary.Finding;
import se.trivsel.vocabulary.FindingCode;
import se.trivsel.vocabulary.Place;
import se.trivsel.vocabulary.Severity;

/** The row at hand: its text, the values read so far, whom it speaks of, and what is wrong with it. One a normaliser. */
final class RowState {
    private final List<String> headings;
    private final List<String> columns;
    private final StringBuilder reasons = new StringBuilder();
    private final @Nullable Object[] values;
    private final @Nullable PersonalNumber[] persons;
    private final boolean[] isLegalPerson;
    private final List<Finding> findings = new ArrayList<>();
    private List<String> cells = List.of();
    private final BitSet hasReason = new BitSet();
    private int line;
    private boolean isFaulty;

    /**
     * A row to be used again and again.
     *
     * @param columns what the columns are called in the lake; those that do not come there have no name
     */
    RowState(List<String> headings, List<String> columns) {
        this.headings = headings;
        this.columns = columns;
        this.values = new @Nullable Object[headings.size()];
        this.persons = new @Nullable PersonalNumber[headings.size()];
        this.isLegalPerson = new boolean[headings.size()];
    }

    void begin(int newLine, List<String> newCells) {
        line = newLine;
        cells = newCells;
        findings.clear();
        isFaulty = false;
        reasons.setLength(0);
        hasReason.clear();
        Arrays.fill(values, null);
        Arrays.fill(persons, null);
        Arrays.fill(isLegalPerson, false);
    }

    /** Tells the columns whose cells show an error; from then on these cells are empty. */
    void tellErrors(ErrorCells errors) {
        for (int column = 0; column < values.length; column++) {
            if (errors.isError(cells.get(column))) {
                cells = new ArrayList<>(cells);
                cells.set(column, "");
                fault(column, FindingCode.ERROR_IN_CELL);
            }
        }
    }

    String cell(int column) {
        return cells.get(column);
    }

    Optional<Object> value(int column) {
        return Optional.ofNullable(values[column]);
    }

    @Nullable
    Object[] values() {
        return values;
    }

    void set(int column, Object value) {
        values[column] = value;
    }

    void clear(int column) {
        values[column] = null;
    }

    void setPerson(int column, PersonalNumber person) {
        persons[column] = person;
    }

    Optional<PersonalNumber> person(int column) {
        return Optional.ofNullable(persons[column]);
    }

    void setLegalPerson(int column) {
        isLegalPerson[column] = true;
    }

    boolean isLegalPerson(int column) {
        return isLegalPerson[column];
    }

    /** Notes what there is to say about a cell; unless it is a warning only, the row is kept out. */
    void fault(int column, FindingCode code) {
        isFaulty |= code.severity() != Severity.WARNING;
        findings.add(new Finding(code, Place.cell(line, headings.get(column))));
    }

    void fault(FindingCode code) {
        isFaulty |= code.severity() != Severity.WARNING;
        findings.add(new Finding(code, Place.line(line)));
    }

    boolean hasFault(int column) {
        return findings.stream()
                .anyMatch(finding -> finding.place().heading().equals(Optional.of(headings.get(column))));
    }

    void missing(int column, MissingReason reason) {
        hasReason.set(column);
        if (!columns.get(column).isEmpty()) {
            reasons.append(reasons.isEmpty() ? "" : ";")
                    .append(columns.get(column))
                    .append('=')
                    .append(reason.code());
        }
    }

    boolean hasReason(int column) {
        return hasReason.get(column);
    }

    /** Which columns have no value and why: {@code amount_sek=suppressed;unit_code=not_available}; mostly empty. */
    String reasons() {
        return reasons.isEmpty() ? "" : reasons.toString();
    }

    boolean isFaulty() {
        return isFaulty;
    }

    boolean hasFindings() {
        return !findings.isEmpty();
    }

    List<Finding> findings() {
        return List.copyOf(findings);
    }
}
