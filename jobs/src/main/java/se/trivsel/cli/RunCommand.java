package se.trivsel.cli;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import se.trivsel.job.Credentials;
import se.trivsel.job.JobName;
import se.trivsel.job.LogForm;
import se.trivsel.job.Night;
import se.trivsel.job.RunRequest;
import se.trivsel.job.Termination;

/** {@code run}: a night, or one of its jobs. */
@Command(
        name = "run",
        description = {
            "Runs the night: takes in what is new in the inbox, builds the figures, checks and publishes them.",
            "Unchanged deliveries are skipped; when nothing is new, nothing is published. A run that was killed is resumed."
        })
final class RunCommand implements Callable<Integer>, LoggedCommand {
    @Mixin
    private Folders folders = new Folders();

    @Mixin
    private InboxOption inbox = new InboxOption();

    @Parameters(
            arity = "0..1",
            paramLabel = "JOB",
            defaultValue = "night",
            description =
                    "hr, case or invoice: only take in deliveries of that kind. benchmark: only build and publish."
                            + " Without it: all of them in order.")
    private String job = "night";

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            description = "Publish what was known on this day (yyyy-mm-dd). Default: today.")
    private @Nullable LocalDate asOf;

    @Option(
            names = "--remote",
            description = "Deliveries are read by workers, see trivsel worker; needs PostgreSQL as job repository.")
    private boolean isRemote;

    @Override
    public LogForm logForm() {
        return LogForm.read(folders.config());
    }

    @Override
    public Integer call() throws Exception {
        var request = new RunRequest(
                jobName(), folders.home(), inbox.inbox(), folders.config(), Folders.sql(), Optional.ofNullable(asOf));
        var night = new Night(
                Clock.systemUTC(), System.out, Terminal.isInteractive(), Credentials.addedTo(System.getenv()));
        return Termination.during(() -> night.run(isRemote ? request.remotely() : request), night::stop)
                .code();
    }

    private JobName jobName() {
        try {
            return JobName.of(job);
        } catch (IllegalArgumentException unknown) {
            throw new WrongUsage(
                    "There is no job '" + job + "': choose hr, case, invoice or benchmark, or none for all.");
        }
    }
}
