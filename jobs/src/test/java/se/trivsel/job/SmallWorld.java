package se.trivsel.job;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Stream;
import se.trivsel.lake.DeliveryManifest;
import se.trivsel.lake.Lake;
import se.trivsel.publish.Release;
import se.trivsel.publish.Releases;
import se.trivsel.vocabulary.Home;

/** A home, an inbox and a configuration of a test's own, and a clock that stands still until it is moved. */
public final class SmallWorld {
    private static final Path REPOSITORY = repository();

    private final Path root;
    private Instant now = Instant.parse("2018-01-08T03:30:00Z");
    private String output = "";
    private Map<String, String> environment = Map.of();

    public SmallWorld(Path root) {
        this.root = root;
        copy(REPOSITORY.resolve("config"), config());
        copy(REPOSITORY.resolve("sql"), sql());
        create(inbox());
    }

    /** Puts a municipality's sample deliveries of some years into the inbox; the other years are left out. */
    public SmallWorld receives(String folder, String... parts) {
        try (Stream<Path> files = Files.list(sample(folder))) {
            for (Path file : files.sorted().toList()) {
                String name = file.getFileName().toString();
                if (parts.length == 0 || Stream.of(parts).anyMatch(name::contains)) {
                    Path target = inbox().resolve(folder).resolve(name);
                    create(target.resolveSibling(""));
                    Files.copy(file, target);
                }
            }
            return this;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Leaves only these municipalities in the configuration. */
    public SmallWorld knowsOnly(String... codes) {
        try (Stream<Path> files = Files.list(config().resolve("municipalities"))) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                if (Stream.of(codes).noneMatch(name::startsWith)) {
                    Files.delete(file);
                }
            }
            return this;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Secrets and all else that a run finds in its environment. */
    SmallWorld knowing(Map<String, String> variables) {
        environment = Map.copyOf(variables);
        return this;
    }

    public SmallWorld on(String day) {
        now = LocalDate.parse(day).atTime(3, 30).toInstant(ZoneOffset.UTC);
        return this;
    }

    /** An hour later the same day. */
    SmallWorld later() {
        now = now.plusSeconds(3600);
        return this;
    }

    public ExitCode runs() {
        return runs(JobName.NIGHT, Optional.empty());
    }

    ExitCode runs(JobName job, Optional<LocalDate> asOf) {
        return runs(new RunRequest(job, home(), inbox(), config(), sql(), asOf));
    }

    ExitCode runs(RunRequest request) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new PrintStream(bytes, true, StandardCharsets.UTF_8)) {
            return night(out).run(request);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } finally {
            output = bytes.toString(StandardCharsets.UTF_8);
        }
    }

    /** Makes the current release again. */
    ExitCode makesAgain() {
        var told = new ArrayList<String>();
        try {
            return Rebuild.of(
                    release(),
                    home(),
                    OperatingSettings.read(config(), home()),
                    ProgramVersion.ofThisBuild(),
                    told::add);
        } catch (IOException | SQLException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        } finally {
            output = String.join("\n", told);
        }
    }

    /** What somebody sees of the database that a night would build now, before it is gone again. */
    <T> Optional<T> rehearses(Function<Path, T> look) {
        var real = new RunRequest(JobName.NIGHT, home(), inbox(), config(), sql(), Optional.empty());
        var bytes = new ByteArrayOutputStream();
        try (var out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
                Rehearsal rehearsal = Rehearsal.of(real).orElseThrow()) {
            rehearsal.run(new Night(Clock.fixed(now, ZoneOffset.UTC), out, false, environment));
            return rehearsal.analystFile().map(look);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } finally {
            output = bytes.toString(StandardCharsets.UTF_8);
        }
    }

    /** A night that is told to stop as soon as it has printed a line with a word. */
    ExitCode runsUntil(String word) throws IOException {
        var started = new AtomicReference<Night>();
        var out = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8) {
            @Override
            public void println(String line) {
                if (line.contains(word)) {
                    started.get().stop();
                }
            }
        };
        started.set(night(out));
        return started.get().run(new RunRequest(JobName.NIGHT, home(), inbox(), config(), sql(), Optional.empty()));
    }

    private Night night(PrintStream out) {
        return new Night(Clock.fixed(now, ZoneOffset.UTC), out, false, environment);
    }

    /** A run in a process of its own, as the launcher starts it. */
    ProcessBuilder process(Home home) {
        return process(home, "run", "--inbox", inbox().toString());
    }

    ProcessBuilder process(Home home, String... command) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var process = new ProcessBuilder(
                java,
                // A night this small ends before the optimising compiler's work pays.
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                "-Dtrivsel.root=" + root,
                "se.trivsel.Trivsel");
        process.command().addAll(List.of(command));
        process.command().addAll(List.of("--home", home.root().toString()));
        return process.redirectErrorStream(true);
    }

    /** What the last run printed. */
    public String output() {
        return output;
    }

    String lastLine() {
        return output.stripTrailing().lines().reduce("", (before, line) -> line);
    }

    Release release() {
        return new Releases(home().published()).current().orElseThrow();
    }

    List<DeliveryManifest> manifests() {
        return new Lake(home()).manifests();
    }

    /** The answer of the published file, a row a list. */
    List<List<String>> asks(String query) {
        return ask(home(), query);
    }

    /** The answer of the analysts' file. */
    List<List<String>> asksAnalysts(String query) {
        return ask(home().published().resolve("current").resolve("analyst.duckdb"), query);
    }

    static List<List<String>> ask(Home home, String query) {
        return ask(home.published().resolve("current").resolve(Releases.SERVED_FILE), query);
    }

    static List<List<String>> ask(Path file, String query) {
        var properties = new java.util.Properties();
        properties.setProperty("duckdb.read_only", "true");
        try (var connection = DriverManager.getConnection("jdbc:duckdb:" + file, properties);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            var answer = new ArrayList<List<String>>();
            while (rows.next()) {
                var row = new ArrayList<String>();
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    row.add(String.valueOf(rows.getString(i)));
                }
                answer.add(row);
            }
            return answer;
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    public Home home() {
        return new Home(root.resolve("home"));
    }

    public Path inbox() {
        return root.resolve("inbox");
    }

    public Path config() {
        return root.resolve("config");
    }

    public Path sql() {
        return root.resolve("sql");
    }

    static Path sample(String folder) {
        return REPOSITORY.resolve("data-samples").resolve("inbox").resolve(folder);
    }

    private static Path repository() {
        Path here = Path.of("").toAbsolutePath();
        return Files.exists(here.resolve("data-samples")) ? here : here.resolveSibling("");
    }

    private static void create(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Copies a folder with all that is in it. */
    static void copy(Path from, Path to) {
        try (Stream<Path> paths = Files.walk(from)) {
            for (Path path : paths.toList()) {
                Path target = to.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(path, target);
                }
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
