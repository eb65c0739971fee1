package se.trivsel.fetch;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Cuts a connection that is still there when its time is over.
 *
 * <p>A server may answer every sign of life and still never send a file: only somebody outside of the waiting thread can
 * end that.
 */
final class TimeLimit implements AutoCloseable {
    /** Cuts off whoever waits. */
    @FunctionalInterface
    interface Cut {
        void run() throws Exception;
    }

    private final ScheduledExecutorService clock;
    private volatile boolean isOver;

    private TimeLimit(ScheduledExecutorService clock) {
        this.clock = clock;
    }

    static TimeLimit start(Duration limit, Cut cut) {
        var timeLimit = new TimeLimit(Executors.newSingleThreadScheduledExecutor(task -> {
            var thread = new Thread(task, "time-limit");
            thread.setDaemon(true);
            return thread;
        }));
        var unused = timeLimit.clock.schedule(() -> timeLimit.end(cut), limit.toMillis(), TimeUnit.MILLISECONDS);
        return timeLimit;
    }

    private Void end(Cut cut) throws Exception {
        isOver = true;
        cut.run();
        return null;
    }

    boolean isOver() {
        return isOver;
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
