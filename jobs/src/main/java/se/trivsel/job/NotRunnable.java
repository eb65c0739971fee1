package se.trivsel.job;

/** Something outside the deliveries has to be put right before a run can start; the message says what. */
public final class NotRunnable extends RuntimeException {
    private static final long serialVersionUID = 1;

    public NotRunnable(String message) {
        super(message);
    }
}
