package se.trivsel.cli;

import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import se.trivsel.job.LogForm;
import se.trivsel.job.Termination;
import se.trivsel.job.Worker;

/** {@code worker}: reads deliveries for runs that are started with {@code --remote}, on any host that sees the home folder. */
@Command(
        name = "worker",
        description = {
            "Reads deliveries for runs that were started with --remote, until it is stopped by SIGTERM or Ctrl+C.",
            "Start one on each host that sees the home folder; the job repository has to be a PostgreSQL database."
        })
final class WorkerCommand implements Callable<Integer>, LoggedCommand {
    @Mixin
    private Folders folders = new Folders();

    @Override
    public LogForm logForm() {
        return LogForm.read(folders.config());
    }

    @Override
    public Integer call() throws Exception {
        var worker = new Worker(folders.home(), folders.config(), Folders.sql(), Clock.systemUTC(), System.out);
        return Termination.during(worker::run, worker::stop).code();
    }
}
