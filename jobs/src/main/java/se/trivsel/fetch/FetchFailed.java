package se.trivsel.fetch;

/**
 * A source that could not be reached, or did not give what was asked for.
 *
 * <p>Its message goes to logs and summaries: it holds no secret, and nothing of what the source answered that may be data.
 */
final class FetchFailed extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final boolean ofOneFile;

    FetchFailed(String message) {
        this(message, false);
    }

    private FetchFailed(String message, boolean ofOneFile) {
        super(message);
        this.ofOneFile = ofOneFile;
    }

    /** One file cannot be had; the source has others. */
    static FetchFailed ofOneFile(String message) {
        return new FetchFailed(message, true);
    }

    boolean isOfOneFile() {
        return ofOneFile;
    }
}
