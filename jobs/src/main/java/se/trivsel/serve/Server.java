package se.trivsel.serve;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.scheduling.TaskScheduler;
import se.trivsel.fetch.Secrets;
import se.trivsel.job.ExitCode;
import se.trivsel.job.LogForm;
import se.trivsel.job.LogLines;
import se.trivsel.job.Night;
import se.trivsel.job.NotRunnable;
import se.trivsel.job.Notifications;
import se.trivsel.job.OperatingSettings;
import se.trivsel.job.OperatorContext;
import se.trivsel.job.RunHistory;
import se.trivsel.job.Schedule;

/**
 * The program as it stays: runs jobs at their times, and serves the report, health and metrics.
 *
 * <p>Everything it knows is in the home folder, so it may be ended and started at any time, and a run from the command
 * line shows in it too.
 */
public final class Server implements AutoCloseable {
    private final ConfigurableApplicationContext context;
    private final Runs runs;
    private final CountDownLatch stopped = new CountDownLatch(1);

    private Server(ConfigurableApplicationContext context, Runs runs) {
        this.context = context;
        this.runs = runs;
    }

    /**
     * Starts it.
     *
     * @param environment where secrets are; settings come from the environment of the process
     * @param nights makes what runs a job; it runs one only
     * @throws NotRunnable when the settings cannot be, or the port is taken
     */
    public static Server start(
            ServeRequest request, Clock clock, PrintStream out, Map<String, String> environment, Supplier<Night> nights)
            throws IOException {
        var log = new LogLines(out::println, clock, LogForm.read(request.config()));
        Files.createDirectories(request.home().root());
        ConfigurableApplicationContext context = OperatorContext.start(
                ServeConfiguration.class,
                WebApplicationType.SERVLET,
                request.config(),
                request.home(),
                Map.of(
                        "server.port",
                        request.port(),
                        "server.address",
                        "${trivsel.serve.address:127.0.0.1}",
                        "spring.web.resources.add-mappings",
                        false,
                        "management.endpoints.web.exposure.include",
                        "health,prometheus",
                        "management.endpoint.health.show-details",
                        "always",
                        "management.health.ssl.enabled",
                        false,
                        "management.health.mail.enabled",
                        false,
                        "management.health.diskspace.path",
                        request.home().root().toString()),
                beans -> {
                    beans.registerBean(ServeRequest.class, () -> request);
                    beans.registerBean(Clock.class, () -> clock);
                });
        var runs = new Runs(request, nights, log);
        var server = new Server(context, runs);
        log.say("Serving at http://" + context.getEnvironment().getProperty("server.address") + ":" + server.port());
        new Appointments(context.getBean(Schedule.class), context.getBean(RunHistory.class), clock, log)
                .begin(context.getBean("scheduler", TaskScheduler.class), runs::run);
        var notifications = new Notifications(request.config(), request.home(), new Secrets(environment));
        new NightWatch(context.getBean(Schedule.class), context.getBean(RunHistory.class), notifications, clock, log)
                .begin(
                        context.getBean("watch", TaskScheduler.class),
                        context.getBean(OperatingSettings.class).notices().wellBy());
        return server;
    }

    public int port() {
        return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    /** Serves until it is stopped, and the run at hand has ended. */
    public ExitCode serve() throws InterruptedException {
        stopped.await();
        close();
        return ExitCode.STOPPED;
    }

    /** Asks the run at hand to end, and the server to end after it; safe from any thread. */
    public void stop() {
        runs.stop();
        stopped.countDown();
    }

    /** Waits for the run at hand. */
    @Override
    public void close() {
        runs.stop();
        context.close();
    }
}
