package se.trivsel.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.trivsel.lake.Lake;
import se.trivsel.publish.Releases;
import se.trivsel.vocabulary.Home;

class StoppedRunTest {
    private static final int DELIVERIES = 44;

    @TempDir
    Path folder;

    @Test
    void aRunThatIsStoppedReadsNoMoreAndTheNextOneReadsTheRest() throws Exception {
        var world = new SmallWorld(folder).knowsOnly("2062").receives("2062-mora", "franvaro", "arbetstid");

        assertThat(world.runsUntil("rejected")).isEqualTo(ExitCode.STOPPED);
        int read = world.manifests().size();
        assertThat(read).isBetween(1, 7);
        assertThat(statuses(world.home())).containsExactly("STOPPED");

        world.runs(JobName.HR, Optional.empty());
        assertThat(world.manifests()).hasSize(8);
        assertThat(world.lastLine()).contains("OK=" + (8 - read));
    }

    /** The stop comes once while deliveries are read, and once while the warehouse is built. */
    @Tag("crash")
    @Test
    void aRunThatIsToldToStopDoesSoAndTheNextOnesGoOn() throws Exception {
        var world = new SmallWorld(folder).knowsOnly("2062").receives("2062-mora");
        var home = new Home(folder.resolve("stopped"));

        Process reading = world.process(home).start();
        assertThat(stop(reading, "rejected"))
                .contains("Stopped; the next run goes on from here.")
                .doesNotContain("MISSING");
        assertThat(reading.exitValue()).isEqualTo(130);
        assertThat(new Lake(home).manifests()).hasSizeBetween(1, DELIVERIES - 1);
        assertThat(new Releases(home.published()).current()).isEmpty();

        Process building = world.process(home).start();
        assertThat(stop(building, "receipts")).contains("Stopped").doesNotContain("was cut off");
        assertThat(building.exitValue()).isEqualTo(130);
        assertThat(new Lake(home).manifests()).hasSize(DELIVERIES);
        assertThat(new Releases(home.published()).current()).isEmpty();
        assertThat(statuses(home)).containsExactly("STOPPED", "STOPPED");
        assertThat(temporary(home)).isEmpty();

        assertThat(wholeRun(world, home)).isEqualTo(wholeRun(world, world.home()));
    }

    /** The content hash of what a run publishes that nobody stops. */
    private static String wholeRun(SmallWorld world, Home home) throws Exception {
        Process run = world.process(home).start();
        assertThat(rest(run)).doesNotContain("was cut off");
        assertThat(run.exitValue()).isZero();
        return DisturbedHome.contentHash(home);
    }

    /** Tells the run to stop when it has printed a line with a word; what it prints from then on. */
    private static String stop(Process run, String word) throws Exception {
        BufferedReader output = run.inputReader();
        var before = new ArrayList<String>();
        String line = output.readLine();
        while (line != null && !line.contains(word)) {
            before.add(line);
            line = output.readLine();
        }
        assertThat(line).as(String.join("\n", before)).isNotNull();
        run.toHandle().destroy();
        return rest(run);
    }

    private static String rest(Process run) throws InterruptedException {
        String rest = run.inputReader().lines().collect(Collectors.joining("\n"));
        run.waitFor();
        return rest;
    }

    private static List<String> statuses(Home home) throws SQLException {
        try (var repository = DriverManager.getConnection(
                        "jdbc:h2:file:" + home.jobs().resolve("repository"));
                var statement = repository.createStatement();
                var rows = statement.executeQuery("select status from batch_job_execution order by job_execution_id")) {
            var statuses = new ArrayList<String>();
            while (rows.next()) {
                statuses.add(rows.getString(1));
            }
            return statuses;
        }
    }

    private static List<Path> temporary(Home home) throws IOException {
        try (Stream<Path> files = Stream.concat(Files.walk(home.lake()), Files.walk(home.archive()))) {
            return files.filter(file -> file.toString().endsWith(".part")).toList();
        }
    }
}
