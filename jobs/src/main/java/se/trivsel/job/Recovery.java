package se.trivsel.job;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.context.ConfigurableApplicationContext;
import se.trivsel.vocabulary.Home;

/**
 * Ends runs that were cut off: the job repository takes them for running until somebody says that they are not.
 *
 * <p>The next run does so too. This is for who does not want one yet, and wants workers to leave what the dead one had asked for.
 */
public final class Recovery {
    private final Path config;
    private final Home home;
    private final PrintStream out;

    public Recovery(Path config, Home home, PrintStream out) {
        this.config = config;
        this.home = home;
        this.out = out;
    }

    /** Those that the job repository takes for running. Only who holds the run lock knows that they are not. */
    static List<JobExecution> cutOff(JobRepository repository) {
        return repository.getJobNames().stream()
                .flatMap(name -> repository.findRunningJobExecutions(name).stream())
                .toList();
    }

    /**
     * Ends one.
     *
     * @param run its number, as the log and {@link #list} tell it
     * @throws NotRunnable when there is no such run
     */
    public ExitCode recover(long run) throws IOException {
        try (var lock = RunLock.tryAcquire(home).orElse(null)) {
            if (lock == null) {
                out.println("A run goes on in " + home.root() + "; nothing was done.");
                return ExitCode.LOCKED;
            }
            try (ConfigurableApplicationContext context = context()) {
                JobExecution dead = cutOff(context.getBean(JobRepository.class)).stream()
                        .filter(execution -> execution.getId() == run)
                        .findFirst()
                        .orElseThrow(() -> new NotRunnable(
                                "No run " + run + " was cut off; those that were are told by: trivsel recover"));
                DataSourceProperties database = context.getBean(DataSourceProperties.class);
                if (ReadingRequests.isPossible(database)) {
                    try (ReadingRequests requests = ReadingRequests.open(database, 1)) {
                        requests.withdraw();
                    }
                }
                context.getBean(JobOperator.class).recover(dead);
                out.println("Run " + name(dead) + " is ended; the next run goes on from there.");
                return ExitCode.OK;
            }
        }
    }

    /** Tells which there are. One that goes on is among them. */
    public ExitCode list() {
        try (ConfigurableApplicationContext context = context()) {
            List<JobExecution> running = cutOff(context.getBean(JobRepository.class));
            running.forEach(execution -> out.println(
                    "Run " + name(execution) + " goes on or was cut off; begun " + execution.getStartTime()));
            if (running.isEmpty()) {
                out.println("No run was cut off.");
            }
            return ExitCode.OK;
        }
    }

    private static String name(JobExecution execution) {
        return execution.getId() + " of " + execution.getJobInstance().getJobName();
    }

    private ConfigurableApplicationContext context() {
        return OperatorContext.start(
                JobMetadata.Repository.class, WebApplicationType.NONE, config, home, Map.of(), beans -> {});
    }
}
