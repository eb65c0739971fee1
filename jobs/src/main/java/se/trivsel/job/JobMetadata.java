package se.trivsel.job;

import java.io.Closeable;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.batch.jdbc.autoconfigure.BatchJdbcAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import se.trivsel.vocabulary.Home;

/**
 * What the job repository remembers of jobs that have ended.
 *
 * <p>Only who holds the run lock can tell whether one has: a killed run's execution looks as if it went on, and is not here. Nor is
 * the newest of each job, from which the next run goes on.
 */
public final class JobMetadata implements Closeable {
    private static final int ALL = Integer.MAX_VALUE;

    private final ConfigurableApplicationContext context;
    private final JobRepository repository;

    private JobMetadata(ConfigurableApplicationContext context) {
        this.context = context;
        this.repository = context.getBean(JobRepository.class);
    }

    /** Opens the job repository of a home, wherever the operator has put it. */
    public static JobMetadata open(Path config, Home home) {
        return new JobMetadata(
                OperatorContext.start(Repository.class, WebApplicationType.NONE, config, home, Map.of(), beans -> {}));
    }

    /** A job with its parameters, and when it was last at an end. */
    public record Ended(JobInstance instance, Instant endedAt) {
        /** Such as {@code night 12}. */
        public String name() {
            return instance.getJobName() + " " + instance.getInstanceId();
        }
    }

    /** All that may be forgotten, the oldest first. */
    public List<Ended> ended() {
        var ended = new ArrayList<Ended>();
        for (String job : repository.getJobNames()) {
            Optional<JobInstance> newest = Optional.ofNullable(repository.getLastJobInstance(job));
            for (JobInstance instance : repository.getJobInstances(job, 0, ALL)) {
                if (!newest.equals(Optional.of(instance))) {
                    endedAt(instance).ifPresent(at -> ended.add(new Ended(instance, at)));
                }
            }
        }
        ended.sort(Comparator.comparing(Ended::endedAt));
        return ended;
    }

    /** Nothing while one of its executions has no end. */
    private Optional<Instant> endedAt(JobInstance instance) {
        var last = Instant.EPOCH;
        for (JobExecution execution : repository.getJobExecutions(instance)) {
            var end = execution.getEndTime();
            if (end == null) {
                return Optional.empty();
            }
            Instant at = end.atZone(ZoneId.systemDefault()).toInstant();
            last = at.isAfter(last) ? at : last;
        }
        return Optional.of(last);
    }

    public void forget(Ended job) {
        repository.deleteJobInstance(job.instance());
    }

    @Override
    public void close() {
        context.close();
    }

    /** The beans of the job repository. */
    @ImportAutoConfiguration({
        DataSourceAutoConfiguration.class,
        DataSourceTransactionManagerAutoConfiguration.class,
        TransactionAutoConfiguration.class,
        BatchJdbcAutoConfiguration.class
    })
    static final class Repository {}
}
