package se.trivsel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.trivsel.inbox.Json;
import se.trivsel.job.RunLock;
import se.trivsel.publish.CandidateFiles;
import se.trivsel.publish.Releases;
import se.trivsel.report.Delivered;
import se.trivsel.vocabulary.Home;
import se.trivsel.warehouse.Repository;

class DoctorCommandTest {
    private static final int FAILED = 1;

    @TempDir
    private Path root;

    private Home home;
    private Instant now = Instant.parse("2018-01-09T02:30:00Z");
    private Map<String, String> environment = Map.of();
    private String output = "";

    @BeforeEach
    void aRelease() throws SQLException {
        home = new Home(root);
        publish("2017-12-31.1");
    }

    private void publish(String releaseId) throws SQLException {
        new Releases(home.published())
                .publish(CandidateFiles.candidate(root, releaseId, "0.12"), 3, CandidateFiles.LIMITS);
    }

    @Test
    void aHomeThatIsWellIsSaidToBe() {
        assertThat(doctor()).as(output).isZero();

        assertThat(output)
                .contains("OK    program         trivsel ")
                .contains("OK    configuration   10 municipalities")
                .contains("OK    lock            No run goes on.")
                .contains("OK    release         2017-12-31.1 is current; 0 of its 1 checks tell something.")
                .doesNotContain("FAIL");
    }

    @Test
    void anEmptyHomeIsNoFailure() {
        home = new Home(root.resolve("none"));

        assertThat(doctor()).isZero();
        assertThat(output).contains("WARN  release         Nothing is published yet.");
        assertThat(home.root()).doesNotExist();
    }

    @Test
    void aLostKeyIsToldBeforeTheNight() throws IOException {
        Delivered delivered = Delivered.accepted("d1", "2016-02-01T02:30:00Z");
        Path folder = Files.createDirectories(home.lake().resolve("_manifests/" + delivered.municipality()));
        Files.write(folder.resolve(delivered.reading() + ".json"), Json.write(delivered.manifest()));
        Files.setPosixFilePermissions(home.lake(), PosixFilePermissions.fromString("rwxr-x---"));

        assertThat(doctor()).isEqualTo(FAILED);
        assertThat(output)
                .contains("FAIL  keys            No key for municipality 0380")
                .contains("FAIL  permissions     Others than its owner may enter " + home.lake());
    }

    @Test
    void aRunThatGoesOnIsNoFailure() throws IOException {
        RunLock lock = RunLock.tryAcquire(home).orElseThrow();
        try (lock) {
            assertThat(doctor()).isZero();
        }
        assertThat(output).contains("WARN  lock            A run goes on");
    }

    @Test
    void whoReadsAnOlderReleaseIsNamed() throws SQLException {
        var readOnly = new Properties();
        readOnly.setProperty("duckdb.read_only", "true");
        Path old = home.published().resolve("current").resolve(Releases.SERVED_FILE);
        try (var reader = DriverManager.getConnection("jdbc:duckdb:" + old, readOnly)) {
            assertThat(reader.isReadOnly()).isTrue();
            publish("2017-12-31.2");

            assertThat(doctor()).isZero();
        }
        assertThat(output)
                .contains("WARN  readers         Process "
                        + ProcessHandle.current().pid()
                        + " has release 2017-12-31.1 open: it sees the current one when");
    }

    @Test
    void aLogBesideThePublishedFileAndAClockThatWentBackAreFailures() throws IOException {
        Files.writeString(home.published().resolve("current/trivsel.duckdb.wal"), "changes");
        now = Instant.parse("2017-06-01T00:00:00Z");

        assertThat(doctor()).isEqualTo(FAILED);
        assertThat(output)
                .contains("FAIL  release         Somebody has opened trivsel.duckdb for writing")
                .contains("FAIL  clock           The clock says 2017-06-01T00:00:00Z");
    }

    @Test
    void aJobRepositoryThatDoesNotAnswerIsAFailureAndItsPasswordIsNotTold() {
        environment = Map.of(
                "SPRING_DATASOURCE_URL",
                "jdbc:postgresql://127.0.0.1:1/jobs?password=hemligt",
                "SPRING_DATASOURCE_PASSWORD",
                "hemligt");

        assertThat(doctor()).isEqualTo(FAILED);
        assertThat(output)
                .contains("FAIL  job repository  jdbc:postgresql://127.0.0.1:1/jobs does not answer")
                .doesNotContain("hemligt");
    }

    private int doctor() {
        var bytes = new ByteArrayOutputStream();
        var out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        int exit = RootCommand.commandLine(
                        new DoctorCommand(out, Clock.fixed(now, ZoneOffset.UTC), environment, Repository.path("sql")))
                .execute(
                        "--home",
                        home.root().toString(),
                        "--config",
                        Repository.path("config").toString());
        output = bytes.toString(StandardCharsets.UTF_8);
        return exit;
    }
}
