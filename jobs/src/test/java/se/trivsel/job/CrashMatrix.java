package se.trivsel.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import se.trivsel.job.DisturbedHome.Seen;
import se.trivsel.warehouse.Repository;

/**
 * What became of nights that were disturbed: a row for each step and fault, as {@code docs/crash-matrix.md} shows it.
 *
 * <p>There is no row for what must not be: {@link DisturbedHome} fails first.
 */
final class CrashMatrix {
    private static final String PAGE = "crash-matrix.md";

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

    /** Writes the page under {@code target}. What is committed is an earlier one: of nights disturbed at the same steps in the same ways. */
    void isWhatIsCommitted() throws IOException {
        Path made = Repository.path("jobs/target/docs").resolve(PAGE);
        Files.createDirectories(made.resolveSibling(""));
        Files.writeString(made, page());
        assertThat(tried(Files.readString(Repository.path("docs").resolve(PAGE))))
                .as("docs/%s tells of something else: copy jobs/target/docs/%1$s over it", PAGE)
                .isEqualTo(tried(page()));
    }

    /** Step and fault of each row. */
    private static List<String> tried(String page) {
        return page.lines()
                .filter(line -> line.startsWith("| "))
                .map(line -> line.replaceFirst("^(\\| [^|]+\\|[^|]+\\|).*", "$1"))
                .toList();
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
