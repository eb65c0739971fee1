package se.trivsel.job;

/** How a run ended, as the process's exit code says it; documented in the README and in {@code --help}. */
public enum ExitCode {
    /** All went well; also when there was nothing to do. */
    OK(0),
    /** It failed, and nothing was published. */
    FAILED(1),
    /** It was called or configured in a way it cannot run. */
    NOT_RUNNABLE(2),
    /** Published, but deliveries were refused, are late or missing, or a source could not be fetched from. */
    INCOMPLETE(3),
    /** Another run holds the home folder. */
    LOCKED(4),
    /** It was told to stop; the next run goes on from there. */
    STOPPED(130);

    private final int code;

    ExitCode(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }
}
