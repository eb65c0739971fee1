package se.trivsel.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import se.trivsel.contract.ConfigurationReader;
import se.trivsel.housekeeping.Housekeeping;
import se.trivsel.housekeeping.RetentionProtocol;
import se.trivsel.inbox.Json;
import se.trivsel.job.ExitCode;
import se.trivsel.job.OperatingSettings;
import se.trivsel.job.Retention;

/** {@code housekeeping}: removes what the operator's rules of retention have an end for; without a rule, nothing. */
@Command(
        name = "housekeeping",
        description = {
            "Removes for good what has been kept as long as trivsel.retention of application.yaml says, and writes a protocol of it.",
            "The figures stay; what releases stood on may not be in the archive any more. Look with --dry-run first."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done, also when there was nothing to remove",
            "2:a rule cannot be",
            "4:a run, or the making of an old release, goes on; nothing was done"
        })
public final class HousekeepingCommand implements Callable<Integer> {
    private final PrintStream output;
    private final Clock clock;

    @Mixin
    private Folders folders = new Folders();

    @Option(names = "--dry-run", description = "Only tells what would go.")
    private boolean isDryRun;

    @Option(names = "--json", description = "The protocol, for programs.")
    private boolean isJson;

    public HousekeepingCommand() {
        this(System.out, Clock.systemUTC());
    }

    HousekeepingCommand(PrintStream output, Clock clock) {
        this.output = output;
        this.clock = clock;
    }

    @Override
    public Integer call() throws IOException {
        var retention = Retention.of(
                OperatingSettings.read(folders.config(), folders.home()).retention());
        retention.requireDatasets(
                ConfigurationReader.readForRun(folders.config()).contracts().keySet());
        var housekeeping = new Housekeeping(folders.home(), folders.config(), retention, clock);
        Optional<RetentionProtocol> protocol = isDryRun ? housekeeping.plan() : housekeeping.run();
        if (protocol.isEmpty()) {
            output.println("A run, or the making of an old release, goes on in "
                    + folders.home().root() + "; nothing was done.");
        } else if (isJson) {
            output.println(new String(Json.write(protocol.get()), StandardCharsets.UTF_8));
        } else {
            tell(protocol.get());
        }
        output.flush();
        return (protocol.isPresent() ? ExitCode.OK : ExitCode.LOCKED).code();
    }

    private void tell(RetentionProtocol protocol) {
        if (protocol.removed().isEmpty()) {
            output.println(
                    protocol.rules().isEmpty()
                            ? "No rule says that anything goes: see trivsel.retention in application.yaml."
                            : "Nothing has been kept as long as the rules say.");
            return;
        }
        output.println(new TextTable(
                        List.of("rule", "kept", "items", "bytes", "oldest"),
                        List.of(false, false, true, true, false),
                        protocol.removed().stream()
                                .map(HousekeepingCommand::cells)
                                .toList())
                .asText());
        if (!protocol.releases().isEmpty()) {
            output.println("Not made again from the archive alone any more, but also from rows of the lake: release "
                    + String.join(", ", protocol.releases()));
        }
        output.println(
                isDryRun
                        ? "Nothing was removed."
                        : "Removed; what it was is in " + folders.home().protocols() + ".");
    }

    private static List<String> cells(RetentionProtocol.Removed removed) {
        return List.of(
                removed.rule(),
                removed.kept().toString(),
                String.valueOf(removed.items()),
                String.format(Locale.ROOT, "%,d", removed.bytes()),
                removed.oldest().toString());
    }
}
