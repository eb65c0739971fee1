package se.trivsel.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import se.trivsel.contract.ConfigurationReader;
import se.trivsel.housekeeping.Purge;
import se.trivsel.housekeeping.PurgeProtocol;
import se.trivsel.inbox.Json;
import se.trivsel.job.ExitCode;
import se.trivsel.job.OperatingSettings;
import se.trivsel.normalise.WrittenPersonalNumber;
import se.trivsel.vocabulary.MunicipalityCode;
import se.trivsel.warehouse.Limits;

/** {@code purge}: takes persons out of the lake, the archive and the analyst files, and keeps them out of what comes. */
@Command(
        name = "purge",
        description = {
            "Removes for good all rows about some persons of a municipality, and the archived files that they stood in.",
            "What was published stays; the next night publishes without them. Look with --dry-run first."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done, also when there was nothing of theirs",
            "2:the list or the reason cannot be",
            "4:a run, or the making of an old release, goes on; nothing was done"
        })
public final class PurgeCommand implements Callable<Integer> {
    private static final Pattern PSEUDONYM = Pattern.compile("[0-9a-f]{32}");

    private final PrintStream output;
    private final Clock clock;

    @Mixin
    private Folders folders = new Folders();

    @Parameters(paramLabel = "MUNICIPALITY", description = "Its four-digit code.")
    private String code = "";

    @Option(
            names = "--persons",
            required = true,
            paramLabel = "FILE",
            description = "A pseudonym a line, as analyst.duckdb has them (person_key, client_key).")
    private Path persons = Path.of("");

    @Option(
            names = "--reason",
            required = true,
            paramLabel = "TEXT",
            description = "For the protocol, such as the decision's number; nobody's name or number.")
    private String reason = "";

    @Option(names = "--dry-run", description = "Only tells what would go.")
    private boolean isDryRun;

    @Option(names = "--json", description = "The protocol, for programs.")
    private boolean isJson;

    public PurgeCommand() {
        this(System.out, Clock.systemUTC());
    }

    PurgeCommand(PrintStream output, Clock clock) {
        this.output = output;
        this.clock = clock;
    }

    @Override
    public Integer call() throws IOException, SQLException {
        if (!MunicipalityCode.isCode(code)) {
            throw new WrongUsage(code + " is not a code of four digits, such as 2062.");
        }
        if (reason.isBlank() || WrittenPersonalNumber.isIn(reason)) {
            throw new WrongUsage(
                    "--reason has to say why, without anybody's personal number: it stands in the protocol.");
        }
        Set<String> pseudonyms = pseudonyms();
        var settings = OperatingSettings.read(folders.config(), folders.home());
        Optional<PurgeProtocol> protocol = new Purge(
                        folders.home(),
                        ConfigurationReader.readForRun(folders.config()),
                        new MunicipalityCode(code),
                        new Limits(settings.memory(), settings.threads()),
                        clock)
                .run(pseudonyms, reason, isDryRun);
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

    /** What stands on a line is not told: it may be a personal number. */
    private Set<String> pseudonyms() throws IOException {
        List<String> lines;
        try {
            lines = Files.readAllLines(persons);
        } catch (NoSuchFileException missing) {
            throw new WrongUsage("There is no file " + persons + ".");
        }
        var pseudonyms = new TreeSet<String>();
        for (int line = 0; line < lines.size(); line++) {
            String pseudonym = lines.get(line).strip();
            if (PSEUDONYM.matcher(pseudonym).matches()) {
                pseudonyms.add(pseudonym);
            } else if (!pseudonym.isEmpty()) {
                throw new WrongUsage(
                        persons + " line " + (line + 1) + " is no pseudonym: write one a line, 32 characters of"
                                + " 0-9 and a-f, as person_key or client_key of analyst.duckdb says them.");
            }
        }
        if (pseudonyms.isEmpty()) {
            throw new WrongUsage(persons + " names nobody: write one pseudonym a line.");
        }
        return pseudonyms;
    }

    private void tell(PurgeProtocol protocol) {
        if (protocol.inNoRow() > 0) {
            output.println(protocol.inNoRow() + " of " + protocol.persons()
                    + " pseudonyms stand in no row of municipality " + protocol.municipality() + ".");
        }
        if (protocol.isNothing()) {
            output.println("There is nothing to purge.");
            return;
        }
        output.println(new TextTable(
                        List.of("dataset", "reading", "rows", "named"),
                        List.of(false, false, true, true),
                        protocol.rows().stream()
                                .map(rows -> List.of(
                                        rows.dataset(),
                                        rows.reading(),
                                        String.valueOf(rows.rows()),
                                        String.valueOf(rows.named())))
                                .toList())
                .asText());
        output.println("Archived files that go: " + protocol.deliveries().size()
                + "; they are not read or replayed again. Rejected rows of readings that go: "
                + protocol.quarantines().size() + ".");
        if (!protocol.releases().isEmpty()) {
            output.println(
                    "Written anew without them: analyst.duckdb of release " + String.join(", ", protocol.releases())
                            + ". Releases of before are not made again to the same hash.");
        }
        output.println(
                isDryRun
                        ? "Nothing was removed."
                        : "Removed; what it was is in " + folders.home().protocols() + ".");
    }
}
