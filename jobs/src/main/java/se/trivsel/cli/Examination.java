package se.trivsel.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import se.trivsel.contract.ConfigurationReader;
import se.trivsel.contract.InvalidConfiguration;
import se.trivsel.inbox.KeyRefused;
import se.trivsel.inbox.KeyRing;
import se.trivsel.job.ProgramVersion;
import se.trivsel.job.RunLock;
import se.trivsel.lake.DeliveryManifest;
import se.trivsel.lake.Lake;
import se.trivsel.publish.Release;
import se.trivsel.publish.Releases;
import se.trivsel.vocabulary.DurableFiles;
import se.trivsel.vocabulary.Home;
import se.trivsel.warehouse.SqlTree;

/**
 * What a night needs, looked at one thing after another.
 *
 * <p>Nothing is written, and no key or value is told. What the operating system does not say here (who holds a file) is said to
 * be unknown, not well.
 */
final class Examination {
    private static final Path PROCESSES = Path.of("/proc");
    private static final Duration CLOCKS_MAY_DIFFER = Duration.ofMinutes(5);
    private static final long LEAST_FREE = 2L << 30;
    private static final int RELEASES_A_NIGHT = 3;
    private static final int PROBLEMS_SHOWN = 5;

    private final Home home;
    private final Path config;
    private final Path sql;
    private final Clock clock;
    private final Map<String, String> environment;
    private final Releases releases;
    private final List<Diagnosis> diagnoses = new ArrayList<>();

    /** How well something is. */
    enum Health {
        OK,
        WARN,
        FAIL
    }

    /** What was looked at, how well it is, and what to do if it is not. */
    record Diagnosis(Health health, String part, String sentence) {}

    Examination(Home home, Path config, Path sql, Clock clock, Map<String, String> environment) {
        this.home = home;
        this.config = config;
        this.sql = sql;
        this.clock = clock;
        this.environment = Map.copyOf(environment);
        this.releases = new Releases(home.published());
    }

    List<Diagnosis> all() throws IOException, SQLException {
        program();
        configuration();
        protectedFolders();
        keys();
        boolean isRunning = lock();
        disk();
        repository(isRunning);
        publication(isRunning);
        readers();
        clock();
        return List.copyOf(diagnoses);
    }

    private void program() throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:")) {
            say(
                    Health.OK,
                    "program",
                    "trivsel " + ProgramVersion.ofThisBuild().version() + ", Java " + Runtime.version() + ", DuckDB "
                            + connection.getMetaData().getDatabaseProductVersion() + ".");
        }
    }

    private void configuration() {
        try {
            int municipalities =
                    ConfigurationReader.readForRun(config).municipalities().size();
            int checks = SqlTree.read(sql).checks().size();
            say(Health.OK, "configuration", municipalities + " municipalities, " + checks + " checks.");
        } catch (InvalidConfiguration invalid) {
            invalid.problems().stream()
                    .limit(PROBLEMS_SHOWN)
                    .forEach(problem -> say(Health.FAIL, "configuration", problem.toString()));
            int more = invalid.problems().size() - PROBLEMS_SHOWN;
            if (more > 0) {
                say(Health.FAIL, "configuration", more + " more problems; run tells all of them.");
            }
        }
    }

    private void protectedFolders() throws IOException {
        for (Path folder : List.of(
                home.archive(),
                home.building(),
                home.fetched(),
                home.intake(),
                home.keys(),
                home.lake(),
                home.quarantine(),
                home.rotation(),
                home.withheld())) {
            if (Files.isDirectory(folder) && !DurableFiles.isProtectedFolder(folder)) {
                say(Health.FAIL, "permissions", "Others than its owner may enter " + folder + ": chmod 700 " + folder);
            }
        }
        if (diagnoses.stream().noneMatch(diagnosis -> diagnosis.part().equals("permissions"))) {
            say(Health.OK, "permissions", "Only their owner may enter the folders with protected data.");
        }
    }

    private void keys() {
        KeyRing keys = KeyRing.open(home.keys(), false);
        var refused = new TreeMap<String, String>();
        var municipalities = new TreeSet<String>();
        for (DeliveryManifest manifest : new Lake(home).manifests()) {
            if (manifest.isAccepted()) {
                municipalities.add(manifest.municipality().value());
                try {
                    keys.requirePseudonymsAsBefore(manifest.municipality(), manifest.keyId());
                } catch (KeyRefused wrong) {
                    refused.put(manifest.municipality().value(), String.valueOf(wrong.getMessage()));
                }
            }
        }
        refused.values().forEach(sentence -> say(Health.FAIL, "keys", sentence));
        if (refused.isEmpty()) {
            say(
                    Health.OK,
                    "keys",
                    "The keys of " + municipalities.size() + " municipalities are those their rows were read with.");
        }
    }

    private boolean lock() throws IOException {
        if (!Files.isDirectory(home.root())) {
            say(Health.WARN, "lock", "There is no home folder at " + home.root() + " yet; the first run makes it.");
            return false;
        }
        try (RunLock lock = RunLock.tryAcquire(home).orElse(null)) {
            if (lock != null) {
                say(Health.OK, "lock", "No run goes on.");
                return false;
            }
        }
        say(Health.WARN, "lock", "A run goes on" + holder() + ".");
        return true;
    }

    private String holder() throws IOException {
        Path locks = PROCESSES.resolve("locks");
        if (!Files.isReadable(locks)) {
            return "";
        }
        String inode = ":" + Files.getAttribute(home.root().resolve("run.lock"), "unix:ino") + " ";
        try (Stream<String> lines = Files.lines(locks)) {
            return lines.filter(line -> line.contains(inode))
                    .map(line -> ", in process " + line.strip().split(" +", -1)[4])
                    .findFirst()
                    .orElse("");
        }
    }

    private void disk() throws IOException {
        if (!Files.isDirectory(home.root())) {
            return;
        }
        long free = Files.getFileStore(home.root()).getUsableSpace();
        Optional<Path> current = releases.currentFolder();
        long needed = LEAST_FREE;
        if (current.isPresent()) {
            needed = Math.max(needed, RELEASES_A_NIGHT * size(current.get()));
        }
        say(
                free < needed ? Health.FAIL : Health.OK,
                "disk",
                gigabytes(free) + " are free, and a night needs about " + gigabytes(needed)
                        + (free < needed ? ": make room, or lower trivsel.keep-releases." : "."));
    }

    private static long size(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }

    private static String gigabytes(long bytes) {
        return String.format(Locale.ROOT, "%.1f GB", bytes / (double) (1L << 30));
    }

    private void repository(boolean isRunning) {
        String url = environment.get("SPRING_DATASOURCE_URL");
        if (url == null) {
            say(Health.OK, "job repository", "A file in " + home.jobs() + ", for one machine.");
            return;
        }
        String name = url.replaceFirst("\\?.*", "");
        try (Connection connection = DriverManager.getConnection(
                url,
                environment.getOrDefault("SPRING_DATASOURCE_USERNAME", ""),
                environment.getOrDefault("SPRING_DATASOURCE_PASSWORD", ""))) {
            say(
                    Health.OK,
                    "job repository",
                    name + ", " + connection.getMetaData().getDatabaseProductName() + " "
                            + connection.getMetaData().getDatabaseProductVersion() + ".");
        } catch (SQLException refused) {
            say(
                    isRunning ? Health.WARN : Health.FAIL,
                    "job repository",
                    name + " does not answer: " + refused.getMessage());
        }
    }

    private void publication(boolean isRunning) {
        Optional<Path> current = releases.currentFolder();
        if (current.isEmpty()) {
            say(Health.WARN, "release", "Nothing is published yet.");
            return;
        }
        Release release = releases.current().orElseThrow();
        for (String file : List.of(Releases.SERVED_FILE, Releases.ANALYST_FILE)) {
            Releases.logOf(current.get().resolve(file))
                    .ifPresent(log -> say(
                            Health.FAIL,
                            "release",
                            "Somebody has opened " + file + " for writing and left " + log
                                    + ": let them close it; then remove the log, and run release verify."));
        }
        if (!isRunning && releases.hasUnfinished()) {
            say(
                    Health.WARN,
                    "release",
                    "A killed publication left files in " + home.published() + "; the next one removes them.");
        }
        long failed = release.checks().stream().filter(check -> !check.passed()).count();
        say(
                Health.OK,
                "release",
                release.releaseId() + " is current; " + failed + " of its "
                        + release.checks().size() + " checks tell something.");
    }

    /** Who reads an older release will do so until they connect anew. */
    private void readers() throws IOException {
        Optional<Path> current = releases.currentFolder();
        if (current.isEmpty()) {
            return;
        }
        if (!Files.isDirectory(PROCESSES)) {
            say(Health.OK, "readers", "This system does not tell who has the file open.");
            return;
        }
        Map<String, Set<String>> processesByRelease =
                openReleases(home.published().toRealPath().resolve("releases"));
        String newest = String.valueOf(current.get().getFileName());
        processesByRelease.forEach((release, processes) -> say(
                release.equals(newest) ? Health.OK : Health.WARN,
                "readers",
                "Process " + String.join(", ", processes) + " has release " + release + " open"
                        + (release.equals(newest)
                                ? "."
                                : ": it sees the current one when it has closed all its connections.")));
        if (processesByRelease.isEmpty()) {
            say(Health.OK, "readers", "Nobody has a release open, of those that can be seen from here.");
        }
    }

    private static Map<String, Set<String>> openReleases(Path folder) {
        var processesByRelease = new TreeMap<String, Set<String>>();
        for (long process :
                ProcessHandle.allProcesses().mapToLong(ProcessHandle::pid).toArray()) {
            Path descriptors = PROCESSES.resolve(String.valueOf(process)).resolve("fd");
            if (!Files.isReadable(descriptors)) {
                continue;
            }
            try (Stream<Path> open = Files.list(descriptors)) {
                open.flatMap(Examination::target)
                        .filter(target -> target.startsWith(folder))
                        .map(target -> String.valueOf(folder.relativize(target).getName(0)))
                        .forEach(release -> processesByRelease
                                .computeIfAbsent(release, any -> new TreeSet<>())
                                .add(String.valueOf(process)));
            } catch (IOException | UncheckedIOException gone) {
                // A process may end while it is looked at.
            }
        }
        return processesByRelease;
    }

    private static Stream<Path> target(Path descriptor) {
        try {
            return Stream.of(Files.readSymbolicLink(descriptor));
        } catch (IOException gone) {
            return Stream.empty();
        }
    }

    private void clock() {
        Instant now = clock.instant();
        Optional<Instant> last =
                releases.list().stream().map(Release::publishedAt).max(Instant::compareTo);
        if (last.isPresent() && last.get().isAfter(now.plus(CLOCKS_MAY_DIFFER))) {
            say(
                    Health.FAIL,
                    "clock",
                    "The clock says " + now + ", and the newest release was made at " + last.get()
                            + ": set the clock, or nothing that is received now will be newer.");
        } else {
            say(Health.OK, "clock", "It is " + now + ".");
        }
    }

    private void say(Health health, String part, String sentence) {
        diagnoses.add(new Diagnosis(health, part, sentence));
    }
}
