package se.trivsel.vocabulary;

import java.util.Locale;

/**
 * What it takes to make a finding: the file alone, all deliveries together, or the night itself.
 *
 * <p>{@code check} has only the file: a sender who checked everything may still be told the rest in the receipt.
 */
public enum FoundBy {
    /** The file alone, against its description. */
    READING("inläsningen"),
    /** A rule between rows and datasets, one file of {@code sql/28_finding} each. */
    RULE("reglerna mellan rader"),
    /** What happens while a run goes on, or does not happen though it was awaited. */
    NIGHT("nattkörningen");

    private final String swedish;

    FoundBy(String swedish) {
        this.swedish = swedish;
    }

    /** As it stands in tables. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String swedish() {
        return swedish;
    }
}
