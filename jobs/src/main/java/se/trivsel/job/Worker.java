package se.trivsel.job;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInterruptedException;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.integration.partition.StepExecutionRequest;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.transaction.PlatformTransactionManager;
import se.trivsel.contract.ConfigurationReader;
import se.trivsel.contract.Source;
import se.trivsel.inbox.Delivery;
import se.trivsel.lineage.LineageRun;
import se.trivsel.vocabulary.Home;

/**
 * Reads deliveries for runs that are on other hosts, until it is told to stop.
 *
 * <p>When it dies, another worker takes over what it was reading: the request comes back as soon as the database has noticed, and the
 * delivery is read anew from its beginning. Who stops it may do so at any time.
 */
public final class Worker {
    private static final long POLL_MILLIS = 500;

    private final Home home;
    private final Path config;
    private final Path sql;
    private final Clock clock;
    private final LogLines lines;
    private final String name = name();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private Optional<Joined> joined = Optional.empty();

    /** The home and the configuration are the same as the runs'. */
    public Worker(Home home, Path config, Path sql, Clock clock, PrintStream out) {
        this.home = home;
        this.config = config;
        this.sql = sql;
        this.clock = clock;
        this.lines = new LogLines(out::println, clock, LogForm.read(config));
    }

    /** A run that deliveries are read for. */
    private record Joined(long execution, Workplace workplace) {}

    /** What reading needs of the context. */
    private record Tools(JobRepository repository, PlatformTransactionManager transactions, int attempts) {}

    /**
     * Reads what is asked for, until it is stopped.
     *
     * @throws NotRunnable where the job repository is no PostgreSQL database
     */
    public ExitCode run() throws InterruptedException {
        try (ConfigurableApplicationContext context =
                OperatorContext.start(Tooling.class, WebApplicationType.NONE, config, home, Map.of(), beans -> {})) {
            OperatingSettings settings = context.getBean(OperatingSettings.class);
            var tools = new Tools(
                    context.getBean(JobRepository.class),
                    context.getBean(PlatformTransactionManager.class),
                    settings.remote().attempts());
            try (ReadingRequests requests =
                    ReadingRequests.open(context.getBean(DataSourceProperties.class), settings.threads())) {
                ScheduledExecutorService readers = Executors.newScheduledThreadPool(settings.threads());
                List<ScheduledFuture<?>> reading = new ArrayList<>();
                for (int reader = 0; reader < settings.threads(); reader++) {
                    reading.add(readers.scheduleWithFixedDelay(
                            () -> readAll(requests, tools), 0, POLL_MILLIS, TimeUnit.MILLISECONDS));
                }
                say("INFO", "Worker " + name + " waits for deliveries of " + home.root());
                stopped.await();
                reading.forEach(reader -> reader.cancel(false));
                readers.shutdown();
                readers.awaitTermination(Long.MAX_VALUE, TimeUnit.NANOSECONDS);
            }
        }
        return ExitCode.OK;
    }

    /** Lets it end after what it is reading; safe from any thread. */
    public void stop() {
        stopped.countDown();
    }

    private void readAll(ReadingRequests requests, Tools tools) {
        try {
            boolean isOne = true;
            while (isOne && stopped.getCount() > 0) {
                isOne = requests.take(request -> read(request, tools));
            }
        } catch (RuntimeException failed) {
            // The request is there again, and the next round may find the database again.
            say("ERROR", "Cannot take deliveries: " + Failures.sentence(failed));
        }
    }

    private void read(StepExecutionRequest request, Tools tools) {
        StepExecution partition =
                tools.repository().getStepExecution(Objects.requireNonNull(request.getStepExecutionId()));
        if (partition == null
                || !partition.getStatus().isRunning()
                || !partition.getJobExecution().isRunning()) {
            say("INFO", "A delivery is left: the run that asked for it is over");
            return;
        }
        int attempt = Partition.attempt(partition, tools.repository());
        if (attempt > tools.attempts()) {
            String why = "Given up: " + tools.attempts() + " workers ended while they read it";
            say("ERROR", partition.getStepName() + ": " + why);
            end(partition, why, tools);
            return;
        }
        try {
            Workplace workplace = join(partition);
            requireSameRules(workplace, partition);
            new DeliveryStep(request.getStepName(), workplace, tools.repository(), tools.transactions())
                    .execute(partition);
            partition.getFailureExceptions().stream()
                    .findFirst()
                    .ifPresent(failure -> say("ERROR", partition.getStepName() + ": " + Failures.sentence(failure)));
        } catch (RuntimeException | IOException | JobInterruptedException failed) {
            String why = Failures.sentence(failed);
            say("ERROR", partition.getStepName() + ": " + why);
            end(partition, why, tools);
        }
    }

    private void end(StepExecution partition, String why, Tools tools) {
        try {
            Partition.fail(partition, why, tools.repository());
        } catch (OptimisticLockingFailureException ended) {
            say("INFO", "The run that asked for it has ended it");
        }
    }

    /** Another configuration or key would give another reading than the run waits for. */
    private void requireSameRules(Workplace workplace, StepExecution partition) {
        Delivery delivery = Partition.delivery(workplace, partition);
        Optional<Source> source = PendingDeliveries.source(workplace, delivery);
        Optional<String> readingId =
                source.map(found -> workplace.lake().readingId(delivery, workplace.rulesVersion(delivery, found)));
        if (!readingId.equals(Optional.of(Partition.readingId(partition)))) {
            throw new NotRunnable("The configuration or the keys of worker " + name
                    + " are others than those of the run: they have to be the same on all hosts");
        }
    }

    /** The configuration is read anew for each run, as the run does. */
    private synchronized Workplace join(StepExecution partition) throws IOException {
        JobExecution execution = partition.getJobExecution();
        if (joined.filter(run -> run.execution() == execution.getId()).isEmpty()) {
            joined = Optional.of(new Joined(execution.getId(), open(execution, Partition.runId(partition))));
        }
        return joined.orElseThrow().workplace();
    }

    private Workplace open(JobExecution execution, String runId) throws IOException {
        JobName job = JobName.of(execution.getJobInstance().getJobName());
        LocalDate asOf = Objects.requireNonNull(execution.getJobParameters().getLocalDate(Night.AS_OF));
        // A worker looks into no inbox: what it reads is in the archive.
        var request = new RunRequest(job, home, home.fetched(), config, sql, Optional.of(asOf));
        LineageRun lineage = RunEvents.join(request, runId, name, clock);
        return Workplace.open(
                request,
                ConfigurationReader.readForRun(config),
                false,
                clock,
                new RunLog(lines, Optional.empty(), clock, runId, job),
                lineage);
    }

    private void say(String level, String line) {
        lines.write(level, line, Map.of(), Map.of("worker", name));
    }

    private static String name() {
        try {
            return InetAddress.getLocalHost().getHostName() + "-"
                    + ProcessHandle.current().pid();
        } catch (IOException unknown) {
            throw new UncheckedIOException("This host has no name", unknown);
        }
    }

    @Configuration(proxyBeanMethods = false)
    @Import(JobMetadata.Repository.class)
    @EnableConfigurationProperties(OperatingSettings.class)
    static class Tooling {}
}
