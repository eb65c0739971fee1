package se.trivsel.job;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.function.Consumer;
import se.trivsel.contract.InvalidConfiguration;
import se.trivsel.inbox.KeyRefused;

/**
 * Why a run could not go through, for whoever started it.
 *
 * <p>What can be put right is told in a sentence; only what nobody thought of, as a stack trace.
 */
public final class Failures {
    private Failures() {}

    /** Tells it, and what the program ends with because of it. */
    public static ExitCode tell(Exception failure, Consumer<String> to) {
        if (failure instanceof InvalidConfiguration invalid) {
            invalid.problems().forEach(problem -> to.accept(problem.toString()));
            to.accept("The configuration has " + invalid.problems().size() + " problem(s).");
        } else if (isAskedWrongly(failure)) {
            to.accept(failure.getMessage());
        } else {
            var trace = new StringWriter();
            failure.printStackTrace(new PrintWriter(trace, true));
            to.accept(trace.toString().stripTrailing());
        }
        return exitCode(failure);
    }

    /** What went wrong and why, in a sentence for the log. */
    static String sentence(Throwable failure) {
        Throwable cause = failure;
        var sentence = new StringBuilder(String.valueOf(failure.getMessage()));
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
            sentence.append(": ").append(cause.getMessage());
        }
        return sentence.toString();
    }

    static ExitCode exitCode(Exception failure) {
        return failure instanceof InvalidConfiguration || isAskedWrongly(failure)
                ? ExitCode.NOT_RUNNABLE
                : ExitCode.FAILED;
    }

    private static boolean isAskedWrongly(Exception failure) {
        return failure instanceof KeyRefused || failure instanceof NotRunnable;
    }
}
