package se.trivsel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.trivsel.job.RunLock;
import se.trivsel.publish.CandidateFiles;
import se.trivsel.publish.Releases;
import se.trivsel.vocabulary.Home;
import tools.jackson.databind.json.JsonMapper;

class ReleaseCommandTest {
    private static final int FAILED = 1;
    private static final int WRONG_USAGE = 2;
    private static final int LOCKED = 4;

    @TempDir
    private Path folder;

    private final StringWriter errors = new StringWriter();
    private String output = "";
    private Releases releases;

    @BeforeEach
    void twoReleases() throws SQLException {
        releases = new Releases(folder.resolve("published"));
        releases.publish(CandidateFiles.candidate(folder, "2017-12-31.1", "0.12"), 3, CandidateFiles.LIMITS);
        releases.publish(CandidateFiles.candidate(folder, "2017-12-31.2", "0.13"), 3, CandidateFiles.LIMITS);
    }

    @Test
    void theListSaysWhichIsCurrent() {
        assertThat(release("list")).isZero();

        assertThat(output).isEqualTo("""
                +--------------+------------+------------------+---------+------------+-------------+---------+
                | release      | as of      | published        | figures | deliveries | checks      |         |
                +--------------+------------+------------------+---------+------------+-------------+---------+
                | 2017-12-31.1 | 2017-12-31 | 2018-01-08 03:30 |       3 |          1 | 1 of 1 hold |         |
                | 2017-12-31.2 | 2017-12-31 | 2018-01-08 03:30 |       3 |          1 | 1 of 1 hold | current |
                +--------------+------------+------------------+---------+------------+-------------+---------+
                """);
    }

    @Test
    void aPrunedReleaseIsStillListed() throws SQLException {
        releases.publish(CandidateFiles.candidate(folder, "2017-12-31.3", "0.14"), 1, CandidateFiles.LIMITS);

        assertThat(release("list")).isZero();

        assertThat(output)
                .containsPattern("2017-12-31.1 .* pruned ")
                .containsPattern("2017-12-31.2 .* pruned ")
                .containsPattern("2017-12-31.3 .* current ");
        assertThat(release("show", "2017-12-31.1")).isZero();
        assertThat(output).contains("Release      2017-12-31.1  pruned").doesNotContain("folder");
    }

    @Test
    void aReleaseShowsWhatItStandsOn() {
        assertThat(release("show")).isZero();

        assertThat(output)
                .contains("Release      2017-12-31.2  current")
                .contains("definitions  d1")
                .contains("| measure_value |    3 |")
                .contains("Checks: 1 of 1 hold");
    }

    @Test
    void itsManifestIsForPrograms() {
        assertThat(release("show", "2017-12-31.1", "--json")).isZero();

        assertThat(JsonMapper.shared().readTree(output).at("/release_id").asString())
                .isEqualTo("2017-12-31.1");
    }

    @Test
    void goingBackSaysWhatIsSeenAndWhatIsRecalled() {
        assertThat(release("rollback")).isZero();

        assertThat(output).isEqualTo("""
                Everybody sees release 2017-12-31.1 now.
                Recalled: 2017-12-31.2
                """);
        assertThat(release("rollback")).isEqualTo(WRONG_USAGE);
        assertThat(errors.toString()).contains("There is no earlier release to go back to.");

        assertThat(release("promote", "2017-12-31.2")).isZero();
        assertThat(releases.current().orElseThrow().releaseId()).isEqualTo("2017-12-31.2");
        assertThat(release("promote", "2017-12-31.9")).isEqualTo(WRONG_USAGE);
        assertThat(errors.toString()).contains("There is no release 2017-12-31.9: release list tells");
    }

    @Test
    void whileARunHoldsTheHomeNothingIsSwitched() throws IOException {
        RunLock held = RunLock.tryAcquire(new Home(folder)).orElseThrow();
        try (held) {
            assertThat(release("rollback")).isEqualTo(LOCKED);
        }

        assertThat(releases.current().orElseThrow().releaseId()).isEqualTo("2017-12-31.2");
    }

    @Test
    void aWholeReleaseIsVerifiedAndADamagedOneIsNot() throws IOException {
        assertThat(release("verify")).isZero();
        assertThat(output).isEqualTo("Release 2017-12-31.2 is whole: 6 files and 6 rows are what was published.\n");

        Files.delete(folder.resolve("published/current/bi/municipality.csv"));

        assertThat(release("verify")).isEqualTo(FAILED);
        assertThat(output).contains("bi/municipality.csv is missing.").contains("release rollback");
    }

    @Test
    void whatCannotBeMadeAgainIsSaid() {
        assertThat(rebuild("2017-12-31.1")).isEqualTo(FAILED);
        assertThat(output).isEqualTo("""
                        It was made by version 0.1.0 of the program, and is made again by unpackaged.
                        Its definitions are gone: definitions.zip is not in %s, or holds others.
                        Release 2017-12-31.1 cannot be made again as it was published.
                        """.formatted(folder.resolve("definitions")));

        assertThat(rebuild("2017-12-31.9")).isEqualTo(WRONG_USAGE);
        assertThat(errors.toString()).contains("There never was a release 2017-12-31.9 here.");
    }

    private int rebuild(String releaseId) {
        return release("verify", releaseId, "--rebuild", "--config", "../config");
    }

    private int release(String... arguments) {
        var bytes = new ByteArrayOutputStream();
        var command = RootCommand.commandLine(new ReleaseCommand(new PrintStream(bytes, true, StandardCharsets.UTF_8)))
                .setErr(new PrintWriter(errors));
        int exit = command.execute(Stream.concat(Stream.of(arguments), Stream.of("--home", folder.toString()))
                .toArray(String[]::new));
        output = bytes.toString(StandardCharsets.UTF_8);
        return exit;
    }
}
