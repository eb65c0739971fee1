package se.trivsel.cli;

/** The command was called in a way that makes no sense; the message says how it should be. */
final class WrongUsage extends RuntimeException {
    private static final long serialVersionUID = 1;

    WrongUsage(String message) {
        super(message);
    }
}
