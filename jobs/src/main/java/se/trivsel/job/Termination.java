package se.trivsel.job;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Lets work end in order when the process is told to end, by {@code SIGTERM} or Ctrl+C.
 *
 * <p>The virtual machine waits for nothing but its shutdown hooks, and would then end with the signal's number: the
 * hook has to wait for the work, and to end the process itself. What takes too long is cut off, as by a kill.
 */
public final class Termination {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private Termination() {}

    /** Works, and asks it to stop when the process is told to end. */
    public static ExitCode during(Callable<ExitCode> work, Runnable stop) throws Exception {
        var ended = new CompletableFuture<ExitCode>();
        var hook = new Thread(
                () -> {
                    stop.run();
                    ended.completeOnTimeout(ExitCode.STOPPED, PATIENCE.toSeconds(), TimeUnit.SECONDS);
                    Runtime.getRuntime().halt(ended.join().code());
                },
                "stop");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            ExitCode exit = work.call();
            ended.complete(exit);
            return exit;
        } finally {
            ended.complete(ExitCode.FAILED);
            forget(hook);
        }
    }

    private static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException alreadyEnding) {
            // The hook runs, and ends the process.
        }
    }
}
