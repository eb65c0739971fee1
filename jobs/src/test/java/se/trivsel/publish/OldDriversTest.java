package se.trivsel.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.trivsel.warehouse.GivenConfiguration;
import se.trivsel.warehouse.Limits;
import se.trivsel.warehouse.ReleaseBefore;
import se.trivsel.warehouse.ReleaseStamp;
import se.trivsel.warehouse.Repository;
import se.trivsel.warehouse.SqlTree;
import se.trivsel.warehouse.Warehouse;
import se.trivsel.warehouse.Withheld;

/** BI tools come with drivers of their own, years older than ours. */
class OldDriversTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"1.1.3, v1.1.3", "1.5.6.0, v1.5.6"})
    void anOldDriverReadsEveryObjectOfAPublishedFile(String driver, String version)
            throws SQLException, IOException, InterruptedException {
        var releases = new Releases(folder.resolve("published"));
        releases.publish(CandidateFiles.candidate(folder, "2017-12-31.1", "0.12"), 3, CandidateFiles.LIMITS);

        var file = releases.currentFolder().orElseThrow().resolve(Releases.SERVED_FILE);

        assertThat(read(driver, file))
                .containsExactly(
                        "version " + version,
                        "release [2017-12-31.1]",
                        "measure_value 24 [Alla mått, ett värde per rad: 'okänt' är aldrig noll]",
                        "municipality 6 [Kommuner]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.1.3", "1.5.6.0"})
    void anOldDriverReadsEveryObjectThatWePublish(String driver)
            throws SQLException, IOException, InterruptedException {
        var analystFile = folder.resolve("analyst.duckdb");
        var stamp = new ReleaseStamp("2017-12-31.1", LocalDate.of(2017, 12, 31), Instant.EPOCH, "0.1.0", "d1");
        new Warehouse(
                        SqlTree.read(Repository.path("sql")),
                        GivenConfiguration.of(List.of(), List.of(), Map.of()),
                        folder,
                        new Withheld(folder.resolve("withheld")),
                        ReleaseBefore.none(),
                        new Limits("512MB", 1))
                .build(analystFile, List.of(), stamp);
        var releases = new Releases(folder.resolve("published"));
        var release = releases.publish(
                new Candidate(analystFile, "definitions", "input", List.of(), List.of(), ReleasePart.NONE),
                3,
                CandidateFiles.LIMITS);

        var file = releases.currentFolder().orElseThrow().resolve(Releases.SERVED_FILE);

        assertThat(release.rowCounts())
                .containsKeys("measure_value", "benchmark", "measure", "municipality", "delivery");
        assertThat(Stream.of(read(driver, file)).skip(2))
                .hasSize(release.rowCounts().size() + 2)
                .endsWith("peers(null) [0]", "trend(null, null) [0]")
                .extracting(line -> line.split(" ")[0])
                .startsWith(release.rowCounts().keySet().toArray(String[]::new));
    }

    private String[] read(String driver, Path file) throws IOException, InterruptedException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java");
        var jar = Path.of("target", "old-duckdb", "duckdb_jdbc-" + driver + ".jar")
                .toAbsolutePath();
        var classes = Path.of("target", "test-classes").toAbsolutePath();
        // Not mixed with the answers: newer Java warns there of a driver that loads native code.
        var errors = folder.resolve("errors.txt");
        var process = new ProcessBuilder(
                        java.toString(),
                        "-Dfile.encoding=UTF-8",
                        "-Dsun.stdout.encoding=UTF-8",
                        "-Dstdout.encoding=UTF-8",
                        "-cp",
                        jar + System.getProperty("path.separator") + classes,
                        OldReader.class.getName(),
                        file.toString())
                .redirectError(errors.toFile())
                .start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor())
                .as(output + Files.readString(errors, StandardCharsets.UTF_8))
                .isZero();
        return output.lines().toArray(String[]::new);
    }
}
