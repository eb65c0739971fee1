package se.trivsel.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;
import org.testcontainers.postgresql.PostgreSQLContainer;
import se.trivsel.fetch.Containers;
import se.trivsel.job.DisturbedNight.End;
import se.trivsel.job.DisturbedNight.Fault;
import se.trivsel.job.DisturbedNight.Place;
import se.trivsel.publish.Releases;
import se.trivsel.vocabulary.Home;

/** Nights whose deliveries are read by workers: processes of their own, over a real PostgreSQL server. */
@Tag("containers")
class RemoteReadingTest {
    private static final String MORA = "2062-mora";
    private static final Place WHILE_READ = new Place("lake", 3);
    private static final PostgreSQLContainer POSTGRES = new PostgreSQLContainer("postgres:17");

    @TempDir
    static Path shared;

    private static SmallWorld world;
    private static DisturbedNight nights;
    private static Home local;

    @TempDir
    Path folder;

    private final List<Process> started = new ArrayList<>();
    private Home home;
    private String database;

    @BeforeAll
    static void aNightOnOneHost() throws Exception {
        Containers.assumeThere();
        POSTGRES.start();
        world = new SmallWorld(shared.resolve("world"))
                .knowsOnly("2062")
                .receives(MORA, "anst_", "franvaro_2015", "franvaro_2016", "arbetstid_2015");
        Path file = world.inbox().resolve(MORA).resolve("arbetstid_2015.csv");
        Files.writeString(file, "no row\n", StandardOpenOption.APPEND);
        nights = new DisturbedNight(world, DisturbedNight.compile(shared));
        local = new Home(shared.resolve("local"));
        End end = nights.undisturbed(local);
        assertThat(end.exitCode()).as(end.output()).isEqualTo(ExitCode.INCOMPLETE.code());
    }

    @AfterAll
    static void stop() {
        POSTGRES.stop();
    }

    /** A home has a database of its own. */
    @BeforeEach
    void aHome(TestInfo test) throws SQLException {
        home = new Home(folder.resolve("home"));
        database = test.getTestMethod().orElseThrow().getName().toLowerCase(Locale.ROOT);
        database = database.substring(0, Math.min(60, database.length()));
        try (var connection = DriverManager.getConnection(
                        POSTGRES.getJdbcUrl(), POSTGRES.getUsername(), POSTGRES.getPassword());
                var statement = connection.createStatement()) {
            statement.execute("create database " + database);
        }
    }

    @AfterEach
    void endAll() throws InterruptedException {
        for (Process process : started) {
            process.destroyForcibly().waitFor();
        }
    }

    @Test
    void twoWorkersGiveTheReleaseOfOneHost() throws Exception {
        Process one = worker("one.txt", Fault.NONE, Place.NOWHERE);
        Process other = worker("other.txt", Fault.NONE, Place.NOWHERE);

        End end = end(run("run.txt"), "run.txt");

        assertSame(end);
        assertThat(end.output()).contains("4 of 4").contains("OK=3").contains("WARN=1");
        one.destroy();
        other.destroy();
        assertThat(one.waitFor()).as(text("one.txt")).isZero();
        assertThat(other.waitFor()).as(text("other.txt")).isZero();
        assertThat(text("one.txt") + text("other.txt"))
                .contains("2062  absence", "2062  employment", "2062  work_time");
        assertThat(movements(home)).isEqualTo(movements(local));
    }

    @Test
    void whatAKilledWorkerWasReadingIsTakenOver() throws Exception {
        Process killed = worker("killed.txt", Fault.KILL, WHILE_READ);
        Process run = run("run.txt");
        assertThat(killed.waitFor()).as(text("killed.txt")).isEqualTo(DisturbedNight.KILLED);
        assertThat(run.isAlive()).as(text("run.txt")).isTrue();

        worker("taking-over.txt", Fault.NONE, Place.NOWHERE);

        assertSame(end(run, "run.txt"));
    }

    @Test
    void aRunThatIsKilledIsRecoveredWhileAWorkerStillReads() throws Exception {
        Path pipe = folder.resolve("pipe");
        new ProcessBuilder("mkfifo", pipe.toString()).inheritIO().start().waitFor();
        Process slow = worker("slow.txt", Fault.WAIT, WHILE_READ, Map.of("FAULT_PIPE", pipe.toString()));
        Process run = run("run.txt");
        try (OutputStream held = Files.newOutputStream(pipe)) {
            run.destroyForcibly().waitFor();
            assertThat(waiting()).as("Requests of the dead run").isPositive();

            End list = end(command("list.txt", "recover"), "list.txt");
            Matcher number = Pattern.compile("Run (\\d+) of night goes on or was cut off")
                    .matcher(list.output());
            assertThat(number.find()).as(list.output()).isTrue();
            End recovered = end(command("recovered.txt", "recover", number.group(1)), "recovered.txt");
            assertThat(recovered.exitCode()).as(recovered.output()).isZero();
            assertThat(end(command("again.txt", "recover", number.group(1)), "again.txt")
                            .exitCode())
                    .isEqualTo(ExitCode.NOT_RUNNABLE.code());

            worker("other.txt", Fault.NONE, Place.NOWHERE);
            assertSame(end(run("next.txt"), "next.txt"));
            held.write(1);
        }
        slow.destroy();
        assertThat(slow.waitFor()).as(text("slow.txt")).isZero();
        assertThat(text("next.txt")).doesNotContain("was cut off");
        assertThat(waiting()).as(text("slow.txt") + text("other.txt")).isZero();
        End unchanged = end(run("unchanged.txt"), "unchanged.txt");
        assertThat(unchanged.output()).contains("nothing new since");
        assertThat(DisturbedHome.names(home.lake())).isEqualTo(DisturbedHome.names(local.lake()));
    }

    @Test
    void aDeliveryThatCannotBeReadFailsAloneAndIsReadTheNextNight() throws Exception {
        worker("worker.txt", Fault.BROKEN, WHILE_READ);

        End failed = end(run("failed.txt"), "failed.txt");

        assertThat(failed.exitCode()).as(failed.output()).isEqualTo(ExitCode.FAILED.code());
        assertThat(DisturbedHome.names(home.lake()))
                .as("Readings")
                .filteredOn(name -> name.endsWith(".json"))
                .hasSize(3);
        assertThat(new Releases(home.published()).current()).isEmpty();
        End next = end(run("next.txt"), "next.txt");
        assertSame(next);
        assertThat(next.output()).contains("1 of 1").doesNotContain("2 of");
    }

    @Test
    void withoutAWorkerTheRunSaysSoAndWithdrawsWhatItAskedFor() throws Exception {
        End failed = end(run("failed.txt", Map.of("TRIVSEL_REMOTE_PATIENCE", "2s")), "failed.txt");

        assertThat(failed.exitCode()).as(failed.output()).isEqualTo(ExitCode.FAILED.code());
        assertThat(failed.output()).contains("Start it by ./trivsel worker");
        assertThat(waiting()).isZero();
        worker("worker.txt", Fault.NONE, Place.NOWHERE);
        assertSame(end(run("next.txt"), "next.txt"));
    }

    @Test
    void aDeliveryThatEndsOneWorkerAfterTheOtherIsGivenUp() throws Exception {
        Process run = run("run.txt");
        for (String name : List.of("first.txt", "second.txt")) {
            Process killed = worker(name, Fault.KILL, WHILE_READ, Map.of("TRIVSEL_REMOTE_ATTEMPTS", "2"));
            assertThat(killed.waitFor()).as(text(name)).isEqualTo(DisturbedNight.KILLED);
        }

        worker("third.txt", Fault.NONE, Place.NOWHERE, Map.of("TRIVSEL_REMOTE_ATTEMPTS", "2"));

        End failed = end(run, "run.txt");
        assertThat(failed.exitCode()).as(failed.output()).isEqualTo(ExitCode.FAILED.code());
        assertThat(text("third.txt")).contains("Given up: 2 workers ended while they read it");
        assertSame(end(run("next.txt"), "next.txt"));
    }

    @Test
    void aWorkerWithAnotherConfigurationReadsNothing() throws Exception {
        SmallWorld other = new SmallWorld(folder.resolve("other")).knowsOnly("2062");
        Path source = other.config().resolve("sources/hr/lonelista/absence.yaml");
        Files.writeString(source, Files.readString(source) + "reject_above_percent: 1\n");
        start("worker.txt", other.process(home, "worker"), Fault.NONE, Place.NOWHERE, Map.of());

        End failed = end(run("failed.txt"), "failed.txt");

        assertThat(failed.exitCode()).as(failed.output()).isEqualTo(ExitCode.FAILED.code());
        assertThat(text("worker.txt")).contains("have to be the same on all hosts");
    }

    private void assertSame(End end) throws IOException {
        assertThat(end.exitCode()).as(end.output()).isEqualTo(ExitCode.INCOMPLETE.code());
        assertThat(DisturbedHome.contentHash(home)).as(end.output()).isEqualTo(DisturbedHome.contentHash(local));
        for (Path zone : List.of(local.lake(), local.quarantine(), local.receipts())) {
            assertThat(DisturbedHome.names(home.root().resolve(local.root().relativize(zone))))
                    .isNotEmpty()
                    .isEqualTo(DisturbedHome.names(zone));
        }
    }

    private Process run(String output) throws IOException {
        return run(output, Map.of());
    }

    private Process run(String output, Map<String, String> settings) throws IOException {
        return start(
                output,
                world.process(home, "run", "--remote", "--inbox", world.inbox().toString()),
                Fault.NONE,
                Place.NOWHERE,
                settings);
    }

    private Process command(String output, String... command) throws IOException {
        return start(output, world.process(home, command), Fault.NONE, Place.NOWHERE, Map.of());
    }

    private Process worker(String output, Fault fault, Place place) throws IOException {
        return worker(output, fault, place, Map.of());
    }

    private Process worker(String output, Fault fault, Place place, Map<String, String> settings) throws IOException {
        return start(output, world.process(home, "worker"), fault, place, settings);
    }

    private Process start(String output, ProcessBuilder builder, Fault fault, Place place, Map<String, String> settings)
            throws IOException {
        var all = new HashMap<>(Map.of(
                "SPRING_DATASOURCE_URL", url(),
                "SPRING_DATASOURCE_USERNAME", POSTGRES.getUsername(),
                "SPRING_DATASOURCE_PASSWORD", POSTGRES.getPassword()));
        all.putAll(settings);
        Process process = nights.start(builder, home, fault, place, folder.resolve(output), all);
        started.add(process);
        return process;
    }

    private End end(Process process, String output) throws IOException, InterruptedException {
        return DisturbedNight.end(process, folder.resolve(output));
    }

    private String text(String output) throws IOException {
        return Files.readString(folder.resolve(output));
    }

    private String url() {
        return POSTGRES.getJdbcUrl().replace("/" + POSTGRES.getDatabaseName(), "/" + database);
    }

    private long waiting() throws SQLException {
        try (var connection = DriverManager.getConnection(url(), POSTGRES.getUsername(), POSTGRES.getPassword());
                var statement = connection.createStatement();
                var count = statement.executeQuery("select count(*) from int_channel_message")) {
            count.next();
            return count.getLong(1);
        }
    }

    /** The names of the jobs whose ends a home's OpenLineage events tell. */
    private static List<String> movements(Home home) throws IOException {
        try (Stream<Path> files = Files.walk(home.runs())) {
            var jobs = new ArrayList<String>();
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".jsonl")).toList()) {
                for (String line : Files.readAllLines(file)) {
                    if (line.contains("\"COMPLETE\"")) {
                        Matcher job =
                                Pattern.compile("\"name\":\"(night[^\"]*)\"").matcher(line);
                        assertThat(job.find()).as(line).isTrue();
                        jobs.add(job.group(1));
                    }
                }
            }
            return jobs.stream().sorted().toList();
        }
    }
}
