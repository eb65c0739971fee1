package se.trivsel.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import se.trivsel.job.Credentials;
import se.trivsel.job.ExitCode;
import se.trivsel.job.JobName;
import se.trivsel.job.Night;
import se.trivsel.job.Rehearsal;
import se.trivsel.job.RunRequest;
import se.trivsel.job.Termination;

/** {@code plan}: what tonight's deliveries would change, before anything is touched. */
@Command(
        name = "plan",
        description = {
            "Rehearses the night: reads what is new in the inbox, builds and checks the figures, and publishes nothing.",
            "Then tells every figure that would be another. The home folder is not touched; nothing is fetched."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the night would publish, or have nothing to do",
            "1:it would fail or be held; nothing would be published",
            "3:it would publish, but deliveries are refused, late or missing",
            "4:a run or another rehearsal goes on"
        })
public final class PlanCommand implements Callable<Integer> {
    private final PrintStream output;
    private final Clock clock;

    @Mixin
    private Folders folders = new Folders();

    @Mixin
    private InboxOption inbox = new InboxOption();

    @Option(
            names = "--limit",
            paramLabel = "ROWS",
            description = "So many changes are shown in a table (default: 20); 0 means all.")
    private int limit = 20;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "table, or all changes as csv, json or markdown: then nothing else is written.")
    private ResultFormat format = ResultFormat.TABLE;

    public PlanCommand() {
        this(System.out, Clock.systemUTC());
    }

    PlanCommand(PrintStream output, Clock clock) {
        this.output = output;
        this.clock = clock;
    }

    @Override
    public Integer call() throws Exception {
        var request = new RunRequest(
                JobName.NIGHT, folders.home(), inbox.inbox(), folders.config(), Folders.sql(), Optional.empty());
        PrintStream told = format == ResultFormat.TABLE ? output : new PrintStream(OutputStream.nullOutputStream());
        var night = new Night(clock, told, Terminal.isInteractive(), Credentials.addedTo(System.getenv()));
        return Termination.during(() -> rehearse(request, night, told), night::stop)
                .code();
    }

    private ExitCode rehearse(RunRequest request, Night night, PrintStream told) throws IOException, SQLException {
        Optional<Rehearsal> free = Rehearsal.of(request);
        if (free.isEmpty()) {
            told.println(
                    "A run, or another rehearsal, goes on in " + folders.home().root() + "; ask again after it.");
            return ExitCode.LOCKED;
        }
        try (Rehearsal rehearsal = free.get()) {
            ExitCode exit = rehearsal.run(night);
            Optional<Path> built = rehearsal.analystFile();
            told.println();
            if (exit != ExitCode.STOPPED && built.isPresent()) {
                try (Connection database = PublishedFile.open(built.get())) {
                    new RevisionTables(output, format, limit).write(database);
                }
            }
            told.println("Nothing was published, and the home folder is as it was.");
            return exit;
        }
    }
}
