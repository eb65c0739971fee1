package se.trivsel.inbox;

/** A municipality's key is missing, broken or another one than before; the run must not go on. */
public final class KeyRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    KeyRefused(String message) {
        super(message);
    }
}
