package se.trivsel.normalise;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.trivsel.vocabulary.Finding;
import se.trivsel.vocabulary.FindingCode;
import se.trivsel.vocabulary.Place;
import se.trivsel.vocabulary.Severity;

/** The row at hand: its text, the values read so far, whom it speaks of, and what is wrong with it. One a normaliser. */
final class RowState {
    private final List<String> headings;
    private final @Nullable Object[] values;
    private final @Nullable PersonalNumber[] persons;
    private final boolean[] isLegalPerson;
    private final List<Finding> findings = new ArrayList<>();
    private List<String> cells = List.of();
    private int line;
    private boolean isFaulty;

    RowState(List<String> headings) {
        this.headings = headings;
        this.values = new @Nullable Object[headings.size()];
        this.persons = new @Nullable PersonalNumber[headings.size()];
        this.isLegalPerson = new boolean[headings.size()];
    }

    void begin(int newLine, List<String> newCells) {
        line = newLine;
        cells = newCells;
        findings.clear();
        isFaulty = false;
        Arrays.fill(values, null);
        Arrays.fill(persons, null);
        Arrays.fill(isLegalPerson, false);
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

    boolean isFaulty() {
        return isFaulty;
    }

    List<Finding> findings() {
        return List.copyOf(findings);
    }
}
