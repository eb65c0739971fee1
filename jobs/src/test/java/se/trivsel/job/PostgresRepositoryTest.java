package se.trivsel.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testcontainers.postgresql.PostgreSQLContainer;
import se.trivsel.fetch.Containers;
import se.trivsel.job.DisturbedHome.Seen;
import se.trivsel.job.DisturbedNight.End;
import se.trivsel.job.DisturbedNight.Fault;
import se.trivsel.job.DisturbedNight.Place;
import se.trivsel.vocabulary.Home;

/** Nights whose job repository is a PostgreSQL server, disturbed as those of {@link CrashMatrixTest}. */
@Tag("containers")
class PostgresRepositoryTest {
    private static final String MORA = "2062-mora";
    private static final PostgreSQLContainer POSTGRES = new PostgreSQLContainer("postgres:17");

    @TempDir
    static Path folder;

    private static DisturbedNight nights;
    private static Home before;
    private static Home after;

    @BeforeAll
    static void start() throws Exception {
        Containers.assumeThere();
        POSTGRES.start();
        SmallWorld world =
                new SmallWorld(folder.resolve("world")).knowsOnly("2062").receives(MORA, "anst_", "franvaro_2015");
        nights = new DisturbedNight(
                world,
                DisturbedNight.compile(folder),
                Map.of(
                        "SPRING_DATASOURCE_URL", POSTGRES.getJdbcUrl(),
                        "SPRING_DATASOURCE_USERNAME", POSTGRES.getUsername(),
                        "SPRING_DATASOURCE_PASSWORD", POSTGRES.getPassword()));
        before = new Home(folder.resolve("before"));
        nights.undisturbed(before);
        world.receives(MORA, "franvaro_2016");
        after = new Home(folder.resolve("after"));
        DisturbedHome.copy(before, after);
        nights.undisturbed(after);
    }

    @AfterAll
    static void stop() {
        POSTGRES.stop();
    }

    @Test
    void aNightKilledInEveryStepIsResumed() throws Exception {
        var home = new DisturbedHome(nights, folder.resolve("killed"), before, after);

        for (String zone : List.of("archive", "lake", "receipts", "building", "findings", "withheld", "published")) {
            assertThat(home.disturb(Fault.KILL, new Place(zone, 5))).as(zone).isEqualTo(Optional.of(Seen.OLD));
        }
        assertThat(home.disturb(Fault.KILL, new Place("metrics", 1))).isEqualTo(Optional.of(Seen.NEW));
        home.endsAsIfUndisturbed();
        assertThat(home.home().jobs()).doesNotExist();
    }

    @Test
    void aNightThatLosesTheServerFailsAndTheNextOneGoesOn() throws Exception {
        var home = new DisturbedHome(nights, folder.resolve("alone"), before, after);

        End end = nights.meanwhile(home.home(), new Place("building", 1), () -> {
            asOwner("alter database " + POSTGRES.getDatabaseName() + " allow_connections false");
            asOwner("select pg_terminate_backend(pid) from pg_stat_activity where datname = '"
                    + POSTGRES.getDatabaseName() + "'");
        });
        assertThat(end.exitCode()).as(end.output()).isEqualTo(ExitCode.FAILED.code());
        assertThat(home.look(end.output())).isEqualTo(Seen.OLD);

        asOwner("alter database " + POSTGRES.getDatabaseName() + " allow_connections true");
        home.endsAsIfUndisturbed();
    }

    /** From another database of the server: one that is asked for cannot be closed to others. */
    private static void asOwner(String statement) {
        String url = POSTGRES.getJdbcUrl().replace("/" + POSTGRES.getDatabaseName(), "/postgres");
        try (var connection = DriverManager.getConnection(url, POSTGRES.getUsername(), POSTGRES.getPassword());
                var asked = connection.createStatement()) {
            asked.execute(statement);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
