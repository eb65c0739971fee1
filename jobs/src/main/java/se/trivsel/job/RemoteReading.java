package se.trivsel.job;

import java.time.Duration;
import java.util.Collection;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.partition.PartitionHandler;
import org.springframework.batch.core.partition.StepExecutionSplitter;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.integration.partition.MessageChannelPartitionHandler;
import org.springframework.integration.core.MessagingTemplate;
import se.trivsel.inbox.Delivery;
import se.trivsel.lake.DeliveryManifest;

/**
 * Has the deliveries of a run read by workers, and waits until they have.
 *
 * <p>What they did is told here, from the manifests they wrote: a run's log, summary and exit code are the same wherever its deliveries
 * were read.
 */
final class RemoteReading implements PartitionHandler {
    private static final Duration POLL = Duration.ofMillis(500);

    private final String step;
    private final Workplace workplace;
    private final JobRepository repository;
    private final ReadingRequests requests;
    private final Duration patience;

    /** @param patience how long all deliveries of a kind may take together */
    RemoteReading(
            String step, Workplace workplace, JobRepository repository, ReadingRequests requests, Duration patience) {
        this.step = step;
        this.workplace = workplace;
        this.repository = repository;
        this.requests = requests;
        this.patience = patience;
    }

    @Override
    public Collection<StepExecution> handle(StepExecutionSplitter splitter, StepExecution all) throws Exception {
        var handler = new MessageChannelPartitionHandler();
        handler.setStepName(step);
        handler.setJobRepository(repository);
        handler.setMessagingOperations(new MessagingTemplate(requests.channel()));
        handler.setTimeout(patience.toMillis());
        handler.setPollInterval(POLL.toMillis());
        handler.afterPropertiesSet();
        try {
            Collection<StepExecution> read = handler.handle(splitter, all);
            read.forEach(this::tell);
            return read;
        } catch (TimeoutException tooLong) {
            giveUp(all);
            throw new IllegalStateException(
                    "The workers have not read all deliveries within " + patience
                            + ". Is there one? Start it by ./trivsel worker; its log says what it does",
                    tooLong);
        } finally {
            requests.withdraw();
        }
    }

    private void tell(StepExecution partition) {
        if (partition.getStatus() != BatchStatus.COMPLETED) {
            workplace
                    .log()
                    .failure(partition.getStepName() + ": "
                            + partition
                                    .getExitStatus()
                                    .getExitDescription()
                                    .lines()
                                    .findFirst()
                                    .orElse("not read"));
            return;
        }
        Delivery delivery = Partition.delivery(workplace, partition);
        String readingId = Partition.readingId(partition);
        DeliveryManifest manifest = workplace.lake().readings(delivery).stream()
                .filter(reading -> reading.readingId().equals(readingId))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "Delivery " + delivery.id() + " was read by a worker, and is not in the lake of this host"));
        workplace.log().rows(manifest.rowsRead());
        workplace.log().read(manifest, Duration.between(partition.getStartTime(), partition.getEndTime()));
    }

    /** Nothing of it goes on: a later worker leaves it, and the next run asks for it anew. */
    private void giveUp(StepExecution all) {
        JobExecution execution = Objects.requireNonNull(repository.getJobExecution(all.getJobExecutionId()));
        for (StepExecution partition : execution.getStepExecutions()) {
            if (partition.getStatus().isRunning() && partition.getId() != all.getId()) {
                Partition.fail(partition, "Not read in time", repository);
            }
        }
    }
}
