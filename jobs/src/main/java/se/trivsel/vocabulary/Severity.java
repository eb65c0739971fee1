package se.trivsel.vocabulary;

/** What a finding does: to the delivery, to the row, or to nothing. */
public enum Severity {
    /** The whole delivery is refused. */
    FATAL,
    /** The row is kept out and quarantined. */
    ERROR,
    /** The row is taken in, and the sender is told. */
    WARNING
}
