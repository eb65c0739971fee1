package se.trivsel.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Fifty connections in five other processes query without pause while twenty releases are published, and old ones removed.
 *
 * <p>None of their queries fails, and each connection sees one release. How long publishing took without and with them is
 * printed, not asserted. They run at the lowest priority: what is looked for is waiting for one another, not for a processor.
 */
@Tag("load")
class BusyReadersTest {
    private static final int PROCESSES = 5;
    private static final int CONNECTIONS_EACH = 10;
    private static final int PUBLISHED = 20;
    private static final int KEPT = 3;

    @TempDir
    Path folder;

    private final List<Reader> readers = new ArrayList<>();

    private record Reader(Process process, BufferedReader output, Path errors) {}

    @AfterEach
    void stopReaders() {
        readers.forEach(reader -> reader.process().destroyForcibly());
    }

    @Test
    void readersNeitherFailNorSeeTwoReleasesAndPublishingGoesOn() throws Exception {
        var releases = new Releases(folder.resolve("published"));
        var alone = publish(releases, 1);
        for (int process = 0; process < PROCESSES; process++) {
            readers.add(start(process));
        }
        for (Reader reader : readers) {
            assertThat(reader.output().readLine()).as(errors(reader)).isEqualTo("ready");
        }

        var watched = publish(releases, 1 + PUBLISHED);

        long answers = 0;
        for (Reader reader : readers) {
            reader.process().getOutputStream().close();
            String last = reader.output().readLine();
            assertThat(reader.process().waitFor()).as(errors(reader)).isZero();
            answers += Long.parseLong(last);
        }
        assertThat(answers).isGreaterThan((long) PROCESSES * CONNECTIONS_EACH);
        assertThat(releases.list())
                .extracting(Release::releaseId)
                .hasSize(KEPT)
                .endsWith("2017-12-31." + 2 * PUBLISHED);
        System.out.printf(
                "BusyReadersTest: %d answers, each of one release; publishing took %d ms alone and %d ms beside them (medians)%n",
                answers, median(alone), median(watched));
    }

    private List<Duration> publish(Releases releases, int first) throws SQLException {
        var took = new ArrayList<Duration>();
        for (int number = first; number < first + PUBLISHED; number++) {
            String id = "2017-12-31." + number;
            Candidate candidate = CandidateFiles.candidate(folder, id, "0.%02d".formatted(number));
            Instant started = Instant.now();
            releases.publish(candidate, KEPT, CandidateFiles.LIMITS);
            took.add(Duration.between(started, Instant.now()));
        }
        return took;
    }

    private static long median(List<Duration> durations) {
        return durations.stream()
                .sorted()
                .skip(durations.size() / 2)
                .findFirst()
                .orElseThrow()
                .toMillis();
    }

    private Reader start(int number) throws IOException {
        Path errors = folder.resolve("reader-" + number + ".txt");
        Process process = new ProcessBuilder(
                        "nice",
                        "-n",
                        "19",
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        BusyReader.class.getName(),
                        folder.resolve("published/current")
                                .resolve(Releases.SERVED_FILE)
                                .toString(),
                        String.valueOf(CONNECTIONS_EACH))
                .redirectError(errors.toFile())
                .start();
        return new Reader(process, process.inputReader(StandardCharsets.UTF_8), errors);
    }

    private static String errors(Reader reader) throws IOException {
        return Files.readString(reader.errors());
    }
}
