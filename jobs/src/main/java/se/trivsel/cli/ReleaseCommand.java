package se.trivsel.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
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
import se.trivsel.job.RunLock;
import se.trivsel.publish.CheckOutcome;
import se.trivsel.publish.Release;
import se.trivsel.publish.Releases;
import se.trivsel.vocabulary.Home;
import se.trivsel.warehouse.Limits;

/**
 * {@code release}: the releases that are kept, what each of them is, and which of them everybody sees.
 *
 * <p>Going back to an older one recalls those after it: the next night does not publish the same again by itself.
 */
@Command(name = "release", description = "Tells of releases, verifies them, and says which of them everybody sees.")
final class ReleaseCommand implements Runnable {
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm").withZone(ZoneId.of("Europe/Stockholm"));
    private static final Limits READING = new Limits("1GB", 2);

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do: list, show, verify, promote or rollback.");
    }

    @Command(name = "list", description = "The releases that are kept, the one published first first.")
    int list(@Mixin HomeOption home) {
        Releases releases = releases(home.home());
        Optional<Release> current = releases.current();
        List<Release> kept = releases.list();
        if (kept.isEmpty()) {
            out().println("Nothing is published in " + home.home().root() + " yet.");
        } else {
            out().println(new TextTable(
                            List.of("release", "as of", "published", "figures", "deliveries", "checks", ""),
                            List.of(false, false, false, true, true, false, false),
                            kept.stream()
                                    .map(release -> List.of(
                                            release.releaseId(),
                                            release.asOf().toString(),
                                            MOMENT.format(release.publishedAt()),
                                            String.valueOf(release.rowCounts().getOrDefault("measure_value", 0L)),
                                            String.valueOf(release.deliveries().size()),
                                            checks(release),
                                            state(releases, release, current)))
                                    .toList())
                    .asText());
        }
        out().flush();
        return ExitCode.OK.code();
    }

    private static String state(Releases releases, Release release, Optional<Release> current) {
        if (current.equals(Optional.of(release))) {
            return "current";
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
        Release release = find(releases, releaseId);
        if (isJson) {
            out().print(release.toJson());
            out().flush();
            return ExitCode.OK.code();
        }
        out().printf("Release      %s  %s%n", release.releaseId(), state(releases, release, releases.current()));
        out().printf("as of        %s%n", release.asOf());
        out().printf("published    %s%n", MOMENT.format(release.publishedAt()));
        out().printf("program      %s%n", release.codeVersion());
        out().printf("definitions  %s%n", release.definitionVersion());
        out().printf("content      %s%n", release.contentHash());
        out().printf("deliveries   %d%n", release.deliveries().size());
        out().printf("folder       %s%n%n", releases.folder(release));
        out().println(new TextTable(
                        List.of("object of bi", "rows"),
                        List.of(false, true),
                        release.rowCounts().entrySet().stream()
                                .map(rows -> List.of(rows.getKey(), String.valueOf(rows.getValue())))
                                .toList())
                .asText());
        out().printf("%nChecks: %s%n", checks(release));
        release.checks().stream()
                .filter(check -> !check.passed())
                .forEach(check -> out().printf("  %s %s, %d rows%n", check.severity(), check.check(), check.rows()));
        out().flush();
        return ExitCode.OK.code();
    }

    @Command(
            name = "verify",
            description = {
                "Holds a release's files against the hashes that were noted when it was published, and reads every row.",
                "Exit 1 when anything is another than it was."
            })
    int verify(
            @Mixin HomeOption home,
            @Parameters(arity = "0..1", paramLabel = "RELEASE", description = "Its id (default: the current one).")
                    Optional<String> releaseId) {
        Releases releases = releases(home.home());
        Release release = find(releases, releaseId);
        List<String> wrong = releases.verify(release, READING);
        wrong.forEach(out()::println);
        out().println(
                        wrong.isEmpty()
                                ? "Release " + release.releaseId() + " is whole: "
                                        + release.files().size() + " files and " + total(release)
                                        + " rows are what was published."
                                : "Release " + release.releaseId() + " is not what was published. Go back with"
                                        + " release rollback, or publish anew with run benchmark.");
        out().flush();
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
        out().println("Everybody sees release " + release.releaseId() + " now.");
        releases.list().stream()
                .filter(releases::isRecalled)
                .forEach(recalled -> out().println("Recalled: " + recalled.releaseId()));
        out().flush();
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
                out().println("A run holds " + home.root() + "; nothing was done.");
                out().flush();
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

    private static Releases releases(Home home) {
        return new Releases(home.published());
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
