package se.trivsel.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.trivsel.vocabulary.Home;

class JobRepositoryFileTest {
    /** Of H2's file. Where its chunks begin and end has to stay as it is: a file without any is taken for a new one. */
    private static final int BLOCK = 4096;

    @TempDir
    Path folder;

    @Test
    void oneThatCannotBeReadIsPutAsideAndTheRunGoesOn() throws IOException {
        var world = new SmallWorld(folder).knowsOnly("2062").receives("2062-mora", "franvaro_2015");
        world.runs(JobName.HR, Optional.empty());
        Path file = world.home().jobs().resolve("repository.mv.db");
        spoil(file);
        world.later().receives("2062-mora", "franvaro_2016");

        ExitCode exit = world.runs(JobName.HR, Optional.empty());

        assertThat(exit).as(world.output()).isEqualTo(ExitCode.INCOMPLETE);
        assertThat(world.output())
                .contains("The job repository cannot be read any more. It is now")
                .contains("unreadable-");
        assertThat(world.lastLine()).contains("OK=1").contains("SKIP=1");
        assertThat(names(file.resolveSibling(""))).hasSize(2);
        assertThat(world.later().runs(JobName.HR, Optional.empty())).isEqualTo(exit);
        assertThat(world.output()).doesNotContain("cannot be read");
    }

    /** A kill can leave it so: what a step reported last never came into the file, what the job did came. */
    @ParameterizedTest
    @CsvSource({"FAILED, STARTED", "FAILED, UNKNOWN", "UNKNOWN, COMPLETED", "STOPPED, STOPPING"})
    void aRunOfWhichItCannotBeToldHowItEndedIsPassedBy(String job, String step) throws SQLException {
        var world = new SmallWorld(folder).knowsOnly("2062").receives("2062-mora", "franvaro_2015");
        ExitCode first = world.runs(JobName.HR, Optional.empty());
        leaves(world.home(), job, step);
        world.later().receives("2062-mora", "franvaro_2016");

        ExitCode exit = world.runs(JobName.HR, Optional.empty());

        assertThat(exit).as(world.output()).isEqualTo(first);
        assertThat(world.output()).contains("The last run did not record how it ended");
        assertThat(world.lastLine()).contains("OK=1").contains("SKIP=1");
        assertThat(world.later().runs(JobName.HR, Optional.empty())).isEqualTo(exit);
        assertThat(world.output()).doesNotContain("did not record");
    }

    @Test
    void workersAreNotAskedThroughAFile() {
        var world = new SmallWorld(folder).knowsOnly("2062").receives("2062-mora", "franvaro_2015");
        var request =
                new RunRequest(JobName.HR, world.home(), world.inbox(), world.config(), world.sql(), Optional.empty());

        assertThatThrownBy(() -> world.runs(request.remotely()))
                .isInstanceOf(NotRunnable.class)
                .hasMessageContaining("Workers need a PostgreSQL database");
    }

    private static void leaves(Home home, String job, String step) throws SQLException {
        try (Connection repository = DriverManager.getConnection(
                        "jdbc:h2:file:" + home.jobs().resolve("repository"));
                Statement statement = repository.createStatement()) {
            statement.executeUpdate("update batch_job_execution set status = '" + job + "'");
            statement.executeUpdate("update batch_step_execution set status = '" + step + "'");
        }
    }

    private static void spoil(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        for (int block = 2 * BLOCK; block + BLOCK <= bytes.length; block += BLOCK) {
            Arrays.fill(bytes, block + 600, block + BLOCK - 200, (byte) 1);
        }
        Files.write(file, bytes);
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".mv.db"))
                    .toList();
        }
    }
}
