package se.trivsel.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.trivsel.inbox.Archive;

class RehearsalTest {
    private static final String MORA = "2062-mora";
    private static final String CHANGES = """
            select measure_code, group_code, period_type, period_start, old_value, new_value, cause_code, delivery_id
            from %s order by all
            """;

    @TempDir
    Path folder;

    private SmallWorld world;

    @BeforeEach
    void aReleaseAndThenANewDelivery() {
        world = new SmallWorld(folder).knowsOnly("2062").receives(MORA, "anst_", "franvaro_2014");
        world.runs();
        world.on("2018-02-08").receives(MORA, "franvaro_2015");
    }

    @Test
    void aRehearsalTellsWhatTheNightWillChangeAndTouchesNothing() throws IOException {
        Map<String, String> before = contents();

        List<List<String>> rehearsed = world.rehearses(
                        file -> SmallWorld.ask(file, CHANGES.formatted("revision.change")))
                .orElseThrow();

        assertThat(contents()).isEqualTo(before);
        assertThat(world.output()).contains("1 new").contains("publish").doesNotContain("Published");
        assertThat(rehearsed).isNotEmpty();
        world.runs();
        assertThat(world.asks(CHANGES.formatted("bi.revision"))).isEqualTo(rehearsed);
    }

    @Test
    void aRehearsalIsCalledAsTheReleaseWouldBe() {
        world.on("2018-01-08").later();

        assertThat(world.rehearses(file -> SmallWorld.ask(file, "select release_id from meta.release")))
                .as("What a release of its own name hid it would not be held against")
                .contains(List.of(List.of("2018-01-08.2")));
    }

    @Test
    void whereNothingIsNewNothingIsBuilt() {
        world.runs();

        assertThat(world.rehearses(file -> file)).isEmpty();
        assertThat(world.output()).contains("nothing new since release");
    }

    @Test
    void thereIsNoneBesideARunOrAnother() throws IOException {
        var real = new RunRequest(
                JobName.NIGHT, world.home(), world.inbox(), world.config(), world.sql(), Optional.empty());
        RunLock run = RunLock.tryAcquire(world.home()).orElseThrow();
        try (run) {
            assertThat(Rehearsal.of(real)).isEmpty();
        }
        Rehearsal first = Rehearsal.of(real).orElseThrow();
        try (first) {
            assertThat(Rehearsal.of(real)).isEmpty();
        }
        Rehearsal.of(real).orElseThrow().close();
    }

    /** Every file of the home but the locks, by its content. */
    private Map<String, String> contents() throws IOException {
        var contents = new TreeMap<String, String>();
        try (Stream<Path> files = Files.walk(world.home().root())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (!file.endsWith("run.lock")) {
                    contents.put(world.home().root().relativize(file).toString(), Archive.hash(file));
                }
            }
        }
        return contents;
    }
}
