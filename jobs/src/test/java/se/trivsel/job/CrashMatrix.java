package se.trivsel.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import se.trivsel.job.DisturbedHome.Seen;
import se.trivsel.warehouse.Repository;

/**
 * What became of nights that were disturbed: a row for each step and fault, as the page {@code crash-matrix.md} shows it.
 *
 * <p>There is no row for what must not be: {@link DisturbedHome} fails first.
 */
final class CrashMatrix {
    private record Row(String step, String fault) {}

    private static final class Tried {
        private int nights;
        private final Set<Seen> seen = EnumSet.noneOf(Seen.class);
    }

    private final Map<Row, Tried> rows = new LinkedHashMap<>();

    /** A row, in its place, before anything is known for it. */
    synchronized void expect(String step, String fault) {
        rows.putIfAbsent(new Row(step, fault), new Tried());
    }

    synchronized void add(String step, String fault, Seen seen) {
        Tried tried = rows.computeIfAbsent(new Row(step, fault), unseen -> new Tried());
        tried.nights++;
        tried.seen.add(seen);
    }

    /** How many nights a fault has found. */
    synchronized int nights(String fault) {
        return rows.entrySet().stream()
                .filter(row -> row.getKey().fault().equals(fault))
                .mapToInt(row -> row.getValue().nights)
                .sum();
    }

    /** Writes the page, once every row of it has been tried. */
    synchronized void write() throws IOException {
        assertThat(rows)
                .allSatisfy((row, tried) ->
                        assertThat(tried.nights).as(row.toString()).isPositive());
        Path made = Repository.path("jobs/target/docs").resolve("crash-matrix.md");
        Files.createDirectories(made.resolveSibling(""));
        Files.writeString(made, page());
    }

    private String page() {
        return """
                # Crash matrix

                Written by `CrashMatrixTest`, which CI runs (`./mvnw -Pcrash surefire:test`): nights in processes of their own, from a home with a
                release, with a new delivery and a corrected one waiting. Each is disturbed at one of the changes it makes to its files:
                the places are spread over all the changes in the folder that is named. A night is killed by SIGKILL, in the middle of the write
                where it is one.

                After each disturbed night, readers found one of the two releases, whole (every file as published, the rows of that release);
                nothing that was in the archive or the lake before was gone. After the next undisturbed night, archive, lake, quarantine,
                receipts and release were those of a home that nobody had disturbed. A night that failed said so (exit 1). Where it is
                otherwise, the test fails: there is no row for half, and none for lost. Ten more kills at random moments are in `CrashTest`, a home on a file
                system that is too small is in `CrashMatrixTest`, and the same kills with PostgreSQL as job repository are in `PostgresRepositoryTest`.

                """ + table();
    }

    private synchronized String table() {
        return rows.entrySet().stream()
                .map(row -> "| %s | %s | %d | %s |"
                        .formatted(
                                row.getKey().step(),
                                row.getKey().fault(),
                                row.getValue().nights,
                                row.getValue().seen.stream()
                                        .map(seen -> seen == Seen.OLD ? "the old one" : "the new one")
                                        .collect(Collectors.joining(" or "))))
                .collect(Collectors.joining(
                        "\n",
                        "| Step | Disturbed by | Nights | Release that readers found |\n|---|---|--:|---|\n",
                        "\n"));
    }
}
