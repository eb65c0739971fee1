package se.trivsel.cli;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import se.trivsel.job.Credentials;
import se.trivsel.job.JobName;
import se.trivsel.job.LogForm;
import se.trivsel.job.Night;
import se.trivsel.job.RunRequest;
import se.trivsel.job.Termination;

/** What commands that run a night, or a part of it, can be told; and how they run it. */
final class NightOptions {
    @Mixin
    private Folders folders = new Folders();

    @Mixin
    private InboxOption inbox = new InboxOption();

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            description = "Publish what was known on this day (yyyy-mm-dd). Default: today.")
    private @Nullable LocalDate asOf;

    LogForm logForm() {
        return LogForm.read(folders.config());
    }

    /**
     * Runs a job to its end, or until the process is told to end.
     *
     * @param asked what else the command asks for
     * @return the exit code
     */
    int run(JobName job, UnaryOperator<RunRequest> asked) throws Exception {
        RunRequest request = asked.apply(new RunRequest(
                job, folders.home(), inbox.inbox(), folders.config(), Folders.sql(), Optional.ofNullable(asOf)));
        var night = new Night(
                Clock.systemUTC(), System.out, Terminal.isInteractive(), Credentials.addedTo(System.getenv()));
        return Termination.during(() -> night.run(request), night::stop).code();
    }
}
