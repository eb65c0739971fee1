package se.trivsel.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.trivsel.publish.Release;
import se.trivsel.publish.Releases;

/** Nights before anything was taken in. */
class FirstNightTest {
    private static final String MORA = "2062-mora";

    @TempDir
    Path folder;

    private SmallWorld world;

    @BeforeEach
    void world() {
        world = new SmallWorld(folder).knowsOnly("2062");
    }

    @Test
    void withoutDeliveriesThereIsNothingToPublish() {
        ExitCode ended = world.runs();

        assertNothingIsPublished(ended);
        assertThat(world.output())
                .as("A line for each municipality")
                .containsOnlyOnce("MISSING 2062 absence, assignment, ");
    }

    @Test
    void refusedDeliveriesAreNothingToPublish() throws IOException {
        Path file = world.receives(MORA, "anst_").inbox().resolve(MORA).resolve("anst_201401-201712.csv");
        Files.writeString(file, "Ingen;rubrik\n1;2\n");

        ExitCode ended = world.runs();

        assertNothingIsPublished(ended);
        assertThat(world.output()).contains("REJECT=1");
    }

    @Test
    void aDayBeforeAnythingWasKnownHasNothingToPublish() {
        world.receives(MORA, "anst_").runs();
        Release release = world.release();

        ExitCode ended = world.runs(JobName.NIGHT, Optional.of(LocalDate.parse("2017-12-31")));

        assertThat(ended).as(world.output()).isEqualTo(ExitCode.INCOMPLETE);
        assertThat(world.output()).contains("no delivery has been taken in by 2017-12-31");
        assertThat(world.release()).isEqualTo(release);
    }

    private void assertNothingIsPublished(ExitCode ended) {
        assertThat(ended).as(world.output()).isEqualTo(ExitCode.INCOMPLETE);
        assertThat(world.output()).contains("no delivery has been taken in by 2018-01-08");
        assertThat(new Releases(world.home().published()).current()).isEmpty();
    }
}
