package se.trivsel.cli;

import java.time.Clock;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import se.trivsel.job.Credentials;
import se.trivsel.job.LogForm;
import se.trivsel.job.Night;
import se.trivsel.job.Termination;
import se.trivsel.serve.ServeRequest;
import se.trivsel.serve.Server;

/** {@code serve}: runs jobs at their times until it is stopped, and serves the report, health and metrics. */
@Command(
        name = "serve",
        description = {
            "Stays, runs the night at its time (03:30 in Sweden), and serves the report, health and metrics.",
            "When each job runs: trivsel.schedule in config/application.yaml. A night that was missed is caught up with.",
            "Where: http://127.0.0.1:PORT, unless trivsel.serve.address is another."
        })
final class ServeCommand implements Callable<Integer>, LoggedCommand {
    @Mixin
    private Folders folders = new Folders();

    @Mixin
    private InboxOption inbox = new InboxOption();

    @Option(names = "--port", paramLabel = "PORT", description = "Where it listens (default: ${DEFAULT-VALUE}).")
    private int port = 8080;

    @Override
    public LogForm logForm() {
        return LogForm.read(folders.config());
    }

    @Override
    public Integer call() throws Exception {
        var request = new ServeRequest(folders.home(), inbox.inbox(), folders.config(), Folders.sql(), port);
        Map<String, String> environment = Credentials.addedTo(System.getenv());
        var server = Server.start(
                request,
                Clock.systemUTC(),
                System.out,
                environment,
                () -> new Night(Clock.systemUTC(), System.out, false, environment));
        return Termination.during(server::serve, server::stop).code();
    }
}
