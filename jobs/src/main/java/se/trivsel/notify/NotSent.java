package se.trivsel.notify;

/**
 * A notice that could not be sent.
 *
 * <p>Its message goes to logs, so it never holds the address: who has a webhook's address may write to it.
 */
public final class NotSent extends Exception {
    private static final long serialVersionUID = 1;

    NotSent(String message) {
        super(message);
    }
}
