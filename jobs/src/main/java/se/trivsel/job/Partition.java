package se.trivsel.job;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Objects;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import se.trivsel.inbox.Delivery;
import se.trivsel.vocabulary.MunicipalityCode;

/** What the job repository knows of a delivery that is to be read: enough for whichever process reads it. */
final class Partition {
    private static final String MUNICIPALITY = "municipality";
    private static final String DELIVERY = "delivery";
    private static final String READING = "reading";
    private static final String RUN = "run";
    private static final String ATTEMPTS = "attempts.";

    private Partition() {}

    static ExecutionContext of(Delivery delivery, String readingId, String runId) {
        var context = new ExecutionContext();
        context.putString(MUNICIPALITY, delivery.municipality().value());
        context.putString(DELIVERY, delivery.id());
        context.putString(READING, readingId);
        context.putString(RUN, runId);
        return context;
    }

    static Delivery delivery(Workplace workplace, StepExecution partition) {
        var municipality = new MunicipalityCode(text(partition, MUNICIPALITY));
        String id = text(partition, DELIVERY);
        return workplace
                .archive()
                .delivery(municipality, id)
                .orElseThrow(() -> new IllegalStateException("Delivery " + id + " is not in the archive"));
    }

    /** What its reading by the rules of the run is called. */
    static String readingId(StepExecution partition) {
        return text(partition, READING);
    }

    static String runId(StepExecution partition) {
        return text(partition, RUN);
    }

    private static String text(StepExecution partition, String key) {
        return Objects.requireNonNull(partition.getExecutionContext().getString(key));
    }

    /** Counts one more attempt at it; those of earlier runs do not count. */
    static int attempt(StepExecution partition, JobRepository repository) {
        ExecutionContext context = partition.getExecutionContext();
        String key = ATTEMPTS + partition.getId();
        int attempt = context.getInt(key, 0) + 1;
        context.putInt(key, attempt);
        repository.updateExecutionContext(partition);
        return attempt;
    }

    static void fail(StepExecution partition, String why, JobRepository repository) {
        partition.setStatus(BatchStatus.FAILED);
        partition.setExitStatus(ExitStatus.FAILED.addExitDescription(why));
        partition.setEndTime(LocalDateTime.now(ZoneId.systemDefault()));
        repository.update(partition);
    }
}
