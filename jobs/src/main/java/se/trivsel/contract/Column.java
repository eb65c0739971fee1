package se.trivsel.contract;

import java.util.Optional;
import java.util.Set;

/**
 * One column of a contract.
 *
 * <p>{@code name} is what a source maps to its own heading; {@link #storedName()} is what the lake and the tables call
 * it, which differs for pseudonyms.
 *
 * @param label the Swedish name that people see
 * @param required whether a row without a value is rejected
 * @param instead the identifier column whose value stands in for a missing personal number
 * @param derivedFrom the column that gives this one's value when it can; the source's own cell is used when it cannot
 * @param on the date column at which an age group is counted
 * @param onlyLegal the organisation number column that has to be a legal person's for this text to be kept
 */
public record Column(
        String name,
        String label,
        ColumnType type,
        PrivacyClass privacy,
        boolean required,
        Optional<String> instead,
        Optional<String> derivedFrom,
        Optional<String> on,
        Optional<String> onlyLegal) {

    /** Keys by which a row about one person names another, as they are stored: the row is not about whom they name. */
    public static final Set<String> NAMING_ANOTHER = Set.of("manager_employment_key", "covers_employment_key");

    public String storedName() {
        return type.isPseudonym() ? name + "_key" : name;
    }

    /** Whether the column leaves the protected zone at all. */
    public boolean isStored() {
        return privacy != PrivacyClass.DROP;
    }

    Column withoutLabel() {
        return new Column(name, "", type, privacy, required, instead, derivedFrom, on, onlyLegal);
    }
}
