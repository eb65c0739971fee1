package se.trivsel.serve;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Supplier;
import se.trivsel.job.Failures;
import se.trivsel.job.JobName;
import se.trivsel.job.LogLines;
import se.trivsel.job.Night;

/**
 * Runs jobs as {@code trivsel run} does, one after the other.
 *
 * <p>A job that fails does not end the server; that it failed is in its summary, and so in health and metrics.
 */
final class Runs {
    private final ServeRequest request;
    private final Supplier<Night> nights;
    private final LogLines log;
    private Optional<Night> running = Optional.empty();
    private boolean isStopped;

    Runs(ServeRequest request, Supplier<Night> nights, LogLines log) {
        this.request = request;
        this.nights = nights;
        this.log = log;
    }

    void run(JobName job) {
        Night night = nights.get();
        if (!begin(night)) {
            return;
        }
        try {
            night.run(request.run(job));
        } catch (IOException | RuntimeException failure) {
            Failures.tell(failure, log::fail);
        } finally {
            end();
        }
    }

    /** Lets the job at hand end in order, and begins no other. */
    synchronized void stop() {
        isStopped = true;
        running.ifPresent(Night::stop);
    }

    private synchronized boolean begin(Night night) {
        if (!isStopped) {
            running = Optional.of(night);
        }
        return !isStopped;
    }

    private synchronized void end() {
        running = Optional.empty();
    }
}
