package se.trivsel.vocabulary;

import java.util.Locale;

/** What a finding does: to the delivery, to the row, or to nothing. */
public enum Severity {
    /** The whole delivery is refused. */
    FATAL,
    /** The row is kept out and quarantined. */
    ERROR,
    /** The row is taken in, and the sender is told. */
    WARNING,
    /** Nothing is wrong; it is good to know. */
    INFO;

    /** As it stands in tables and files. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
