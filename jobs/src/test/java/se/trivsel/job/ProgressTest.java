package se.trivsel.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgressTest {
    @TempDir
    Path folder;

    private SmallWorld world;

    @BeforeEach
    void world() {
        world = new SmallWorld(folder).knowsOnly("2062").receives("2062-mora", "tjanster_2015", "franvaro_2016");
    }

    @Test
    void whoWatchesSeesRowsASecondAndEveryObjectOfTheWarehouse() throws IOException {
        String watched = output(true);

        assertThat(watched).containsPattern("hr +100% .* rows, [0-9,]+ rows/s");
        assertThat(watched)
                .as("All objects that were announced are built")
                .containsPattern("warehouse 100% .* (\\d{3})/\\1 ");
        assertThat(watched).contains("Done. OK=");
    }

    @Test
    void withoutATerminalThereAreOnlyLines() throws IOException {
        assertThat(output(false)).doesNotContain("\r").doesNotContain("%").contains("Done. OK=");
    }

    private String output(boolean isTerminal) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new PrintStream(bytes, true, StandardCharsets.UTF_8)) {
            new Night(Clock.systemUTC(), out, isTerminal, Map.of())
                    .run(new RunRequest(
                            JobName.NIGHT, world.home(), world.inbox(), world.config(), world.sql(), Optional.empty()));
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
