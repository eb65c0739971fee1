package se.trivsel.job;

import java.util.Optional;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.listener.JobExecutionListener;

/**
 * The wish that a run ends before its time, from whichever thread it comes.
 *
 * <p>It only marks the execution; steps and chunks see it when they save how far they have come. Spring Batch's own stop
 * also writes to the job repository, and so competes with the run for the same rows.
 */
final class StopRequest implements JobExecutionListener {
    private boolean isMade;
    private Optional<JobExecution> running = Optional.empty();

    synchronized void make() {
        isMade = true;
        running.filter(execution -> execution.getStatus() == BatchStatus.STARTED)
                .ifPresent(execution -> execution.setStatus(BatchStatus.STOPPING));
    }

    @Override
    public synchronized void beforeJob(JobExecution execution) {
        running = Optional.of(execution);
        if (isMade) {
            make();
        }
    }

    @Override
    public synchronized void afterJob(JobExecution execution) {
        running = Optional.empty();
    }
}
