package se.trivsel.cli;

import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import se.trivsel.job.JobName;
import se.trivsel.job.LogForm;
import se.trivsel.job.RunRequest;
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
        var place = new RunRequest(
                JobName.NIGHT,
                folders.home(),
                folders.home().fetched(),
                folders.config(),
                Folders.sql(),
                Optional.empty());
        var worker = new Worker(place, Clock.systemUTC(), System.out);
        return Termination.during(worker::run, worker::stop).code();
    }
}
