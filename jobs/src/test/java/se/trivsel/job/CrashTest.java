package se.trivsel.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.trivsel.publish.Release;
import se.trivsel.publish.Releases;
import se.trivsel.vocabulary.Home;

/**
 * Kills real runs with SIGKILL at random moments, ten of them, and resumes each time.
 *
 * <p>The bug it guards against: an execution that died stays "started" in the job repository for ever, and a half
 * written file is taken for a whole one. The seed is printed, so that a failure can be had again.
 */
@Tag("crash")
class CrashTest {
    private static final int KILLS = 10;
    private static final int STARTS_AT_MOST = 60;

    @TempDir
    Path folder;

    private SmallWorld world;

    @BeforeEach
    void world() {
        world = new SmallWorld(folder)
                .knowsOnly("2062", "0480")
                .receives("2062-mora")
                .receives("0480-nykoping");
    }

    @Test
    void aNightKilledTenTimesEndsWithTheSameRelease() throws Exception {
        Home undisturbed = new Home(folder.resolve("undisturbed"));
        Instant started = Instant.now();
        assertThat(finish(start(undisturbed, "undisturbed.txt")))
                .as(log("undisturbed.txt"))
                .isZero();
        long wholeMillis = Duration.between(started, Instant.now()).toMillis();
        Release expected = new Releases(undisturbed.published()).current().orElseThrow();

        long seed = System.nanoTime();
        System.out.println("CrashTest: seed " + seed + ", an undisturbed night takes " + wholeMillis + " ms");
        var random = new Random(seed);
        Home home = new Home(folder.resolve("killed"));
        int kills = 0;
        int starts = 0;
        while (kills < KILLS && starts < STARTS_AT_MOST) {
            starts++;
            if (new Releases(home.published()).current().isPresent()) {
                home = new Home(folder.resolve("killed-" + starts));
            }
            Process run = start(home, "killed.txt");
            if (!run.waitFor(random.nextLong(wholeMillis), TimeUnit.MILLISECONDS)) {
                run.destroyForcibly().waitFor();
                kills++;
            }
            assertWholeOrAbsent(home, expected);
        }
        assertThat(kills).as("Kills that found the run alive").isEqualTo(KILLS);

        assertThat(finish(start(home, "resumed.txt"))).as(log("resumed.txt")).isZero();
        Release resumed = new Releases(home.published()).current().orElseThrow();
        assertThat(resumed.contentHash()).isEqualTo(expected.contentHash());
        assertThat(resumed.rowCounts()).isEqualTo(expected.rowCounts());
        assertNothingTemporaryIsLeft(home);
        assertNothingIsReadTwice(home, undisturbed);
    }

    /** Each start resumes what the one before left; a killed night's finished deliveries are not read again. */
    private static void assertNothingIsReadTwice(Home home, Home undisturbed) throws IOException {
        assertThat(DisturbedHome.names(home.lake()))
                .as("One Parquet file a delivery")
                .isEqualTo(DisturbedHome.names(undisturbed.lake()));
        assertThat(DisturbedHome.names(home.lake()).stream().filter(file -> file.endsWith(".parquet")))
                .isNotEmpty();
    }

    private static void assertWholeOrAbsent(Home home, Release expected) {
        new Releases(home.published()).current().ifPresent(release -> {
            assertThat(release.contentHash()).isEqualTo(expected.contentHash());
            assertThat(SmallWorld.ask(home, "select count(*) from bi.measure_value"))
                    .containsExactly(List.of(String.valueOf(expected.rowCounts().get("measure_value"))));
        });
    }

    private static void assertNothingTemporaryIsLeft(Home home) throws IOException {
        for (Path zone : List.of(home.lake(), home.archive(), home.published())) {
            assertThat(DisturbedHome.names(zone))
                    .isNotEmpty()
                    .noneMatch(file -> file.contains(".part") || file.contains("building-"));
        }
    }

    private Process start(Home home, String log) throws IOException {
        return world.process(home).redirectOutput(folder.resolve(log).toFile()).start();
    }

    private static int finish(Process run) throws InterruptedException {
        assertThat(run.waitFor(5, TimeUnit.MINUTES)).as("The run ends").isTrue();
        return run.exitValue();
    }

    private String log(String name) throws IOException {
        return Files.readString(folder.resolve(name));
    }
}
