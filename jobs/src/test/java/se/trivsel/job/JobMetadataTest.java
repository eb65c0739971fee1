package se.trivsel.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testcontainers.postgresql.PostgreSQLContainer;
import se.trivsel.fetch.Containers;

/** What a job repository in PostgreSQL forgets; of one in H2, see {@code HousekeepingCommandTest}. */
@Tag("containers")
class JobMetadataTest {
    private static final PostgreSQLContainer POSTGRES = new PostgreSQLContainer("postgres:17");

    @TempDir
    Path folder;

    @BeforeAll
    static void start() {
        Containers.assumeThere();
        POSTGRES.start();
    }

    @AfterAll
    static void stop() {
        POSTGRES.stop();
    }

    @Test
    void nothingIsLeftOfAnEndedJobAndTheNextNightIsNoOther() throws IOException, SQLException {
        var world = new SmallWorld(folder).knowsOnly("2062").receives("2062-mora", "anst_");
        Path settings = world.config().resolve("application.yaml");
        Files.writeString(
                settings,
                Files.readString(settings)
                        .replaceFirst(
                                "    url: .*",
                                "    url: \"" + POSTGRES.getJdbcUrl() + "\"\n    username: " + POSTGRES.getUsername()
                                        + "\n    password: " + POSTGRES.getPassword()));
        world.on("2018-01-08").runs();
        world.on("2018-01-09").runs();

        try (var jobs = JobMetadata.open(world.config(), world.home())) {
            assertThat(jobs.ended()).hasSize(1);
            jobs.ended().forEach(jobs::forget);
            assertThat(jobs.ended()).isEmpty();
        }

        assertThat(rows("batch_job_instance")).isOne();
        assertThat(rows("batch_job_execution")).isOne();
        assertThat(rows("batch_step_execution"))
                .isEqualTo(rows("batch_step_execution_context"))
                .isPositive();
        assertThat(world.on("2018-01-10").runs()).as(world.output()).isEqualTo(ExitCode.INCOMPLETE);
    }

    private static long rows(String table) throws SQLException {
        try (var connection = DriverManager.getConnection(
                        POSTGRES.getJdbcUrl(), POSTGRES.getUsername(), POSTGRES.getPassword());
                var statement = connection.createStatement();
                var count = statement.executeQuery("select count(*) from " + table)) {
            count.next();
            return count.getLong(1);
        }
    }
}
