package se.trivsel.job;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.JobInterruptedException;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import se.trivsel.contract.Configuration;
import se.trivsel.contract.ConfigurationReader;
import se.trivsel.fetch.Secrets;
import se.trivsel.inbox.Json;
import se.trivsel.inbox.StagedChange;
import se.trivsel.lake.DeliveryManifest;
import se.trivsel.lineage.LineageRun;
import se.trivsel.publish.Release;
import se.trivsel.publish.Releases;
import se.trivsel.vocabulary.DurableFiles;

/**
 * Runs a job from lock to last line.
 *
 * <p>A run that was killed leaves its execution as if it still ran; nothing but this start, under the lock, can tell
 * that it does not. It is declared failed and resumed: its finished deliveries are not read again.
 */
public final class Night {
    static final String AS_OF = "asOf";
    private static final String ATTEMPT = "attempt";

    private final Clock clock;
    private final PrintStream out;
    private final boolean isTerminal;
    private final Secrets secrets;
    private final StopRequest stop = new StopRequest();

    /** @param environment where secrets are; settings come from the environment of the process */
    public Night(Clock clock, PrintStream out, boolean isTerminal, Map<String, String> environment) {
        this.clock = clock;
        this.out = out;
        this.isTerminal = isTerminal;
        this.secrets = new Secrets(environment);
    }

    /**
     * Runs, and says how it ended.
     *
     * @throws se.trivsel.contract.InvalidConfiguration when the configuration is not whole
     * @throws se.trivsel.inbox.KeyRefused when a municipality's key is missing or another one than before
     */
    public ExitCode run(RunRequest request) throws IOException {
        var lines = new LogLines(
                out::println, clock, request.isRehearsal() ? LogForm.TEXT : LogForm.read(request.config()));
        if (!Files.isDirectory(request.inbox())) {
            throw new NotRunnable(
                    "There is no inbox at " + request.inbox() + ": create it, or name another with --inbox.");
        }
        try (var lock = RunLock.tryAcquire(request.home()).orElse(null)) {
            if (lock == null) {
                lines.warn("Another run holds " + request.home().root() + "; nothing was done.");
                return ExitCode.LOCKED;
            }
            Instant started = clock.instant();
            var log = new RunLog(
                    lines,
                    isTerminal ? Optional.of(out) : Optional.empty(),
                    clock,
                    RunHistory.runId(started),
                    request.job());
            try (LineageRun lineage = RunEvents.begin(request, log.runId(), clock)) {
                return runLocked(request, ConfigurationReader.readForRun(request.config()), log, lineage, started);
            } catch (RuntimeException | IOException failed) {
                if (JobRepositoryFile.isUnreadable(failed)) {
                    putAside(request, log);
                }
                record(request, log, failed(request, log, started, failed));
                throw failed;
            }
        }
    }

    /** Lets the run end after the chunks or the step it is at; safe from any thread, and also before it has begun. */
    public void stop() {
        stop.make();
    }

    /** A run that could not even be judged. Why is told to who started it; here it might quote what it was at. */
    private RunSummary failed(RunRequest request, RunLog log, Instant started, Exception failure) {
        var failures = new ArrayList<>(log.failures());
        failures.add(failure.getClass().getSimpleName());
        return new RunSummary(
                log.runId(),
                request.job().code(),
                started,
                clock.instant(),
                Failures.exitCode(failure).code(),
                log.outcomes(),
                log.deliveries(),
                List.of(),
                List.of(),
                failures,
                log.heldBy(),
                new Releases(request.home().published()).current().map(Release::releaseId),
                false);
    }

    private ExitCode runLocked(
            RunRequest request, Configuration configuration, RunLog log, LineageRun lineage, Instant started)
            throws IOException {
        try (ConfigurableApplicationContext context = start(request, configuration, log, lineage)) {
            Workplace workplace = context.getBean(Workplace.class);
            StagedChange.finish(request.home());
            checkKeys(workplace);
            Optional<Release> before = workplace.releases().current();
            BatchStatus status = execute(context, workplace);
            log.expectNoMore();
            Waiting waiting = Waiting.of(workplace);
            // What a stopped run has not read yet would be told as missing.
            if (status != BatchStatus.STOPPED) {
                waiting.tell(log);
            }
            ExitCode exit = exitCode(status, log, waiting);
            Optional<Release> after = workplace.releases().current();
            boolean isNew = !after.map(Release::releaseId).equals(before.map(Release::releaseId));
            var summary = new RunSummary(
                    log.runId(),
                    request.job().code(),
                    started,
                    clock.instant(),
                    exit.code(),
                    log.outcomes(),
                    log.deliveries(),
                    waiting.missing(),
                    waiting.overdue(),
                    log.failures(),
                    log.heldBy(),
                    after.map(Release::releaseId),
                    isNew);
            tell(lineage, summary);
            end(request, log, summary);
            return exit;
        }
    }

    private static void tell(LineageRun lineage, RunSummary summary) {
        if (summary.endedWell()) {
            lineage.complete();
        } else if (summary.failed()) {
            summary.heldBy().ifPresent(checks -> lineage.fail("The release was held: " + checks));
        } else {
            lineage.abort();
        }
    }

    private ConfigurableApplicationContext start(
            RunRequest request, Configuration configuration, RunLog log, LineageRun lineage) throws IOException {
        try {
            return open(request, configuration, log, lineage);
        } catch (RuntimeException refused) {
            if (!JobRepositoryFile.isUnreadable(refused)) {
                throw refused;
            }
            putAside(request, log);
            return open(request, configuration, log, lineage);
        }
    }

    private static void putAside(RunRequest request, RunLog log) throws IOException {
        log.warn("The job repository cannot be read any more. It is now "
                + JobRepositoryFile.putAside(request.home(), log.runId())
                + " and a new one is begun: nothing is lost.");
    }

    private ConfigurableApplicationContext open(
            RunRequest request, Configuration configuration, RunLog log, LineageRun lineage) {
        return OperatorContext.start(
                JobsConfiguration.class, WebApplicationType.NONE, request.config(), request.home(), Map.of(), beans -> {
                    boolean generatesKeys =
                            beans.getEnvironment().getProperty("trivsel.generate-keys", Boolean.class, false);
                    beans.registerBean(
                            Workplace.class,
                            () -> Workplace.open(request, configuration, generatesKeys, clock, log, lineage));
                    beans.registerBean(ProgramVersion.class, ProgramVersion::ofThisBuild);
                    beans.registerBean(Secrets.class, () -> secrets);
                    beans.registerBean(StopRequest.class, () -> stop);
                });
    }

    /** Before anything is read: one wrong key would make strangers of people we know. */
    private static void checkKeys(Workplace workplace) {
        for (DeliveryManifest manifest : workplace.lake().manifests()) {
            if (manifest.isAccepted()) {
                workplace.keys().requirePseudonymsAsBefore(manifest.municipality(), manifest.keyId());
            }
        }
    }

    private BatchStatus execute(ConfigurableApplicationContext context, Workplace workplace) {
        JobOperator operator = context.getBean(JobOperator.class);
        JobRepository repository = context.getBean(JobRepository.class);
        Job job = context.getBean(Job.class);
        for (JobExecution dead : Recovery.cutOff(repository)) {
            workplace
                    .log()
                    .warn("Run " + dead.getId() + " of " + dead.getJobInstance().getJobName()
                            + " was cut off; resuming.");
            operator.recover(dead);
        }
        try {
            JobExecution execution = operator.start(job, parameters(repository, job, workplace));
            execution.getAllFailureExceptions().stream()
                    .filter(JobRepositoryFile::isUnreadable)
                    .findFirst()
                    .ifPresent(failure -> {
                        throw new IllegalStateException("The job repository cannot be read", failure);
                    });
            execution.getAllFailureExceptions().stream()
                    .filter(failure -> !(failure instanceof JobInterruptedException))
                    .forEach(failure -> report(workplace.log(), failure));
            return execution.getStatus();
        } catch (JobExecutionException refused) {
            throw new IllegalStateException("Cannot start job " + job.getName(), refused);
        }
    }

    /** The same business date again is a further attempt at it, unless the last attempt did not get through. */
    private static JobParameters parameters(JobRepository repository, Job job, Workplace workplace) {
        long attempt = newestAttempt(repository, job, workplace).orElse(1L);
        while (true) {
            JobParameters parameters = new JobParametersBuilder()
                    .addLocalDate(AS_OF, workplace.asOf())
                    .addLong(ATTEMPT, attempt)
                    .toJobParameters();
            JobInstance instance = repository.getJobInstance(job.getName(), parameters);
            if (instance == null) {
                return parameters;
            }
            JobExecution last = repository.getLastJobExecution(instance);
            if (last != null
                    && last.getStatus() != BatchStatus.COMPLETED
                    && last.getStatus() != BatchStatus.ABANDONED) {
                if (saysHowItEnded(last)) {
                    return parameters;
                }
                workplace.log().warn("The last run did not record how it ended; this is a new attempt.");
                last.setStatus(BatchStatus.ABANDONED);
                repository.update(last);
            }
            attempt++;
        }
    }

    /** To begin with: an older one would be read with all its steps, and there are as many as it read deliveries. */
    private static Optional<Long> newestAttempt(JobRepository repository, Job job, Workplace workplace) {
        return Optional.ofNullable(repository.getLastJobInstance(job.getName()))
                .map(repository::getLastJobExecution)
                .map(JobExecution::getJobParameters)
                .filter(newest -> workplace.asOf().equals(newest.getLocalDate(AS_OF)))
                .map(newest -> newest.getLong(ATTEMPT));
    }

    /** Else Spring Batch would never start it again, though nobody runs it: we hold the lock. */
    private static boolean saysHowItEnded(JobExecution ended) {
        return Stream.concat(
                        Stream.of(ended.getStatus()),
                        ended.getStepExecutions().stream().map(StepExecution::getStatus))
                .noneMatch(status -> status.isRunning() || status == BatchStatus.UNKNOWN);
    }

    private static void report(RunLog log, Throwable failure) {
        String sentence = Failures.sentence(failure);
        log.failure(sentence);
        log.fail("FAILED    " + sentence);
    }

    private static ExitCode exitCode(BatchStatus status, RunLog log, Waiting waiting) {
        if (status == BatchStatus.STOPPED) {
            log.say("Stopped; the next run goes on from here.");
            return ExitCode.STOPPED;
        }
        if (status != BatchStatus.COMPLETED) {
            return ExitCode.FAILED;
        }
        boolean isWhole = log.count(Outcome.REJECT) == 0
                && waiting.isNothing()
                && log.failures().isEmpty();
        return isWhole ? ExitCode.OK : ExitCode.INCOMPLETE;
    }

    private void record(RunRequest request, RunLog log, RunSummary summary) throws IOException {
        Path folder = Files.createDirectories(RunEvents.folder(request, summary.runId()));
        DurableFiles.write(folder.resolve(RunSummary.FILE), Json.write(summary));
        new RunMetrics(request.home()).write();
        if (!request.isRehearsal()) {
            new Notifications(request.config(), request.home(), secrets)
                    .tell(summary)
                    .forEach(log::warn);
        }
    }

    private void end(RunRequest request, RunLog log, RunSummary summary) throws IOException {
        record(request, log, summary);
        summary.releaseId()
                .filter(id -> !request.isRehearsal())
                .ifPresent(id -> log.say((summary.isNewRelease() ? "Published " : "In use    ")
                        + request.home().published().resolve("current") + "  (release " + id + ")"));
        Duration took = Duration.between(summary.startedAt(), summary.endedAt());
        log.say(String.format(
                Locale.ROOT,
                "Done. OK=%d WARN=%d REJECT=%d SKIP=%d TOTAL=%d   in %d min %d s   exit %d",
                log.count(Outcome.OK),
                log.count(Outcome.WARN),
                log.count(Outcome.REJECT),
                log.count(Outcome.SKIP),
                log.count(Outcome.values()),
                took.toMinutes(),
                took.toSecondsPart(),
                summary.exitCode()));
    }
}
