package se.trivsel.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import se.trivsel.job.ExitCode;
import se.trivsel.job.OperatingSettings;
import se.trivsel.job.ProgramVersion;
import se.trivsel.job.Rebuild;
import se.trivsel.job.RunLock;
import se.trivsel.publish.CheckOutcome;
import se.trivsel.publish.Release;
import se.trivsel.publish.ReleasedDelivery;
import se.trivsel.publish.Releases;
import se.trivsel.vocabulary.Home;
import se.trivsel.warehouse.Limits;
import se.trivsel.warehouse.ReleaseDifference;
import se.trivsel.warehouse.SqlTree;

/**
 * {@code release}: the releases that are kept, what each of them is, and which of them everybody sees.
 *
 * <p>Going back to an older one recalls those after it: the next night does not publish the same again by itself.
 */
@Command(name = "release", description = "Tells of releases, verifies them, and says which of them everybody sees.")
public final class ReleaseCommand implements Runnable {
    private static final Limits READING = new Limits("1GB", 2);

    private final PrintStream output;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    public ReleaseCommand() {
        this(System.out);
    }

    ReleaseCommand(PrintStream output) {
        this.output = output;
    }

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "Say what to do: list, show, diff, verify, promote or rollback.");
    }

    @Command(
            name = "list",
            description = {
                "Every release that was published, the first first.",
                "One that is pruned has no files any more; it can be made again: verify RELEASE --rebuild."
            })
    int list(@Mixin HomeOption home) {
        Releases releases = releases(home.home());
        Optional<Release> current = releases.current();
        List<Release> published = releases.history();
        if (published.isEmpty()) {
            output.println("Nothing is published in " + home.home().root() + " yet.");
        } else {
            output.println(new TextTable(
                            List.of("release", "as of", "published", "figures", "deliveries", "checks", ""),
                            List.of(false, false, false, true, true, false, false),
                            published.stream()
                                    .map(release -> List.of(
                                            release.releaseId(),
                                            release.asOf().toString(),
                                            SwedishTime.format(release.publishedAt()),
                                            String.valueOf(release.rowCounts().getOrDefault("measure_value", 0L)),
                                            String.valueOf(release.deliveries().size()),
                                            checks(release),
                                            state(releases, release, current)))
                                    .toList())
                    .asText());
        }
        output.flush();
        return ExitCode.OK.code();
    }

    private static String state(Releases releases, Release release, Optional<Release> current) {
        if (current.equals(Optional.of(release))) {
            return "current";
        }
        if (releases.find(release.releaseId()).isEmpty()) {
            return "pruned";
        }
        return releases.isRecalled(release) ? "recalled" : "";
    }

    private static String checks(Release release) {
        long passed = release.checks().stream().filter(CheckOutcome::passed).count();
        return passed + " of " + release.checks().size() + " hold";
    }

    @Command(name = "show", description = "What a release stands on: deliveries, versions, checks, hashes.")
    int show(
            @Mixin HomeOption home,
            @Parameters(arity = "0..1", paramLabel = "RELEASE", description = "Its id (default: the current one).")
                    Optional<String> releaseId,
            @Option(names = "--json", description = "The release's manifest, for programs.") boolean isJson) {
        Releases releases = releases(home.home());
        Release release = published(releases, releaseId);
        if (isJson) {
            output.print(release.toJson());
            output.flush();
            return ExitCode.OK.code();
        }
        output.printf("Release      %s  %s%n", release.releaseId(), state(releases, release, releases.current()));
        output.printf("as of        %s%n", release.asOf());
        output.printf("published    %s%n", SwedishTime.format(release.publishedAt()));
        output.printf("program      %s%n", release.codeVersion());
        output.printf("definitions  %s%n", release.definitionVersion());
        output.printf("content      %s%n", release.contentHash());
        output.printf("deliveries   %d%n", release.deliveries().size());
        releases.find(release.releaseId()).ifPresent(kept -> output.printf("folder       %s%n", releases.folder(kept)));
        var archive = home.archive();
        for (ReleasedDelivery delivery : release.deliveries()) {
            archive.disposal(delivery.deliveryId())
                    .ifPresent(gone -> output.printf("gone         %s: %s%n", delivery.deliveryId(), gone.inWords()));
        }
        output.println();
        output.println(new TextTable(
                        List.of("object of bi", "rows"),
                        List.of(false, true),
                        release.rowCounts().entrySet().stream()
                                .map(rows -> List.of(rows.getKey(), String.valueOf(rows.getValue())))
                                .toList())
                .asText());
        output.printf("%nChecks: %s%n", checks(release));
        release.checks().stream()
                .filter(check -> !check.passed())
                .forEach(check -> output.printf("  %s %s, %d rows%n", check.severity(), check.check(), check.rows()));
        output.flush();
        return ExitCode.OK.code();
    }

    @Command(
            name = "diff",
            description = {
                "What changed from one release to another: every figure shown in one of them that is another value, gone or new,",
                "with the nearest cause known. Figures of periods that the first did not have are left out."
            })
    int diff(
            @Mixin HomeOption home,
            @Parameters(index = "0", paramLabel = "BEFORE", description = "The release to compare with.") String before,
            @Parameters(
                            index = "1",
                            arity = "0..1",
                            paramLabel = "AFTER",
                            description = "The other one (default: the current one).")
                    Optional<String> after,
            @Option(
                            names = "--limit",
                            paramLabel = "ROWS",
                            defaultValue = "20",
                            description = "So many changes are shown in a table (default: 20); 0 means all.")
                    int limit,
            @Option(
                            names = "--format",
                            paramLabel = "FORMAT",
                            description = "table, or all changes as csv, json or markdown.",
                            defaultValue = "table")
                    ResultFormat format)
            throws SQLException, IOException {
        Releases releases = releases(home.home());
        Path from = servedFile(releases, find(releases, Optional.of(before)));
        Path to = servedFile(releases, find(releases, after));
        try (var difference = ReleaseDifference.between(from, to, SqlTree.read(Folders.sql()), READING)) {
            new RevisionTables(output, format, limit).write(difference.connection());
        }
        return ExitCode.OK.code();
    }

    @Command(
            name = "verify",
            description = {
                "Holds a release's files against the hashes that were noted when it was published, and reads every row.",
                "With --rebuild, also of a release that is pruned: reads its deliveries from the archive again by the definitions"
                        + " of that day, calculates everything anew and compares.",
                "Exit 1 when anything is another than it was, 3 when it is only without persons who were purged since."
            })
    int verify(
            @Mixin Folders folders,
            @Parameters(arity = "0..1", paramLabel = "RELEASE", description = "Its id (default: the current one).")
                    Optional<String> releaseId,
            @Option(
                            names = "--rebuild",
                            description =
                                    "Make the release again, and look at no file of it; takes as long as a night.")
                    boolean isRebuild)
            throws IOException, SQLException, InterruptedException {
        Releases releases = releases(folders.home());
        if (isRebuild) {
            var settings = OperatingSettings.read(folders.config(), folders.home());
            return Rebuild.of(
                            published(releases, releaseId),
                            folders.home(),
                            settings,
                            ProgramVersion.ofThisBuild(),
                            output::println)
                    .code();
        }
        Release release = find(releases, releaseId);
        List<String> wrong = releases.verify(release, READING);
        wrong.forEach(output::println);
        releases.purged(release)
                .ifPresent(purged -> output.println(Releases.ANALYST_FILE + " is " + purged.inWords() + "."));
        output.println(
                wrong.isEmpty()
                        ? "Release " + release.releaseId() + " is whole: "
                                + release.files().size() + " files and " + total(release)
                                + " rows are what was published."
                        : "Release " + release.releaseId() + " is not what was published. Go back with"
                                + " release rollback, or publish anew with run benchmark.");
        output.flush();
        return wrong.isEmpty() ? ExitCode.OK.code() : ExitCode.FAILED.code();
    }

    private static long total(Release release) {
        return release.rowCounts().values().stream().mapToLong(Long::longValue).sum();
    }

    @Command(
            name = "promote",
            description = {
                "Lets everybody see a release that is kept, and recalls those published after it.",
                "Whoever has the other one open keeps it until they open the file again."
            })
    int promote(@Mixin HomeOption home, @Parameters(paramLabel = "RELEASE", description = "Its id.") String releaseId)
            throws IOException {
        return underLock(home.home(), releases -> promote(releases, find(releases, Optional.of(releaseId))));
    }

    @Command(
            name = "rollback",
            description = {
                "Goes back to the release before the current one, which is recalled.",
                "What it was made of is not published again until something is new, or it is promoted."
            })
    int rollback(@Mixin HomeOption home) throws IOException {
        return underLock(home.home(), releases -> {
            Release previous =
                    releases.previous().orElseThrow(() -> new WrongUsage("There is no earlier release to go back to."));
            return promote(releases, previous);
        });
    }

    private int promote(Releases releases, Release release) {
        releases.promote(release);
        output.println("Everybody sees release " + release.releaseId() + " now.");
        releases.list().stream()
                .filter(releases::isRecalled)
                .forEach(recalled -> output.println("Recalled: " + recalled.releaseId()));
        output.flush();
        return ExitCode.OK.code();
    }

    /** What is done to the pointer is done under the lock of a run: a night may be about to publish. */
    @FunctionalInterface
    private interface Switching {
        int with(Releases releases);
    }

    private int underLock(Home home, Switching switching) throws IOException {
        try (RunLock lock = RunLock.tryAcquire(home).orElse(null)) {
            if (lock == null) {
                output.println("A run holds " + home.root() + "; nothing was done.");
                output.flush();
                return ExitCode.LOCKED.code();
            }
            return switching.with(releases(home));
        }
    }

    private static Release find(Releases releases, Optional<String> releaseId) {
        return releaseId
                .map(id -> releases.find(id)
                        .orElseThrow(() -> new WrongUsage(
                                "There is no release " + id + ": release list tells those that are kept.")))
                .or(releases::current)
                .orElseThrow(() -> new WrongUsage("Nothing is published yet."));
    }

    /** Also one that is pruned. */
    private static Release published(Releases releases, Optional<String> releaseId) {
        return releaseId
                .map(id -> releases.published(id)
                        .orElseThrow(() -> new WrongUsage("There never was a release " + id + " here.")))
                .orElseGet(() -> find(releases, Optional.empty()));
    }

    private static Releases releases(Home home) {
        return new Releases(home.published());
    }

    private static Path servedFile(Releases releases, Release release) {
        return releases.folder(release).resolve(Releases.SERVED_FILE);
    }
}
