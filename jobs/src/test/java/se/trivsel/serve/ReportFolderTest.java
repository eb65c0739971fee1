package se.trivsel.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.trivsel.publish.Releases;

class ReportFolderTest {
    @TempDir
    Path published;

    private Path release;
    private Path report;
    private ReportFolder folder;

    @BeforeEach
    void aReleaseWithAReport() throws IOException {
        release = published.resolve("releases").resolve("2018-01-08.1");
        report = Files.createDirectories(release.resolve("report"));
        Files.createDirectories(report.resolve("measures"));
        Files.writeString(report.resolve("index.html"), "first page");
        Files.writeString(report.resolve("measures").resolve("index.html"), "measures");
        Files.writeString(release.resolve("analyst.duckdb"), "rows");
        Files.createSymbolicLink(published.resolve("current"), release);
        folder = new ReportFolder(new Releases(published));
    }

    @Test
    void aFolderStandsForItsFirstPage() throws IOException {
        assertThat(read("/")).isEqualTo("first page");
        assertThat(read("/index.html")).isEqualTo("first page");
        assertThat(read("/measures/")).isEqualTo("measures");
        assertThat(read("/measures/../measures/index.html")).isEqualTo("measures");
    }

    @Test
    void noPathLeadsOutOfTheReport() throws IOException {
        for (String path : new String[] {
            "/../analyst.duckdb",
            "/measures/../../analyst.duckdb",
            "//../analyst.duckdb",
            "/..",
            "/%2e%2e/analyst.duckdb",
            release.resolve("analyst.duckdb").toString(),
            "/" + release.resolve("analyst.duckdb"),
            "/index.html\0",
            "/../report-of-another/index.html"
        }) {
            assertThat(folder.file(path)).as(path).isEmpty();
        }
    }

    @Test
    void noLinkLeadsOutOfTheReport() throws IOException {
        Files.createSymbolicLink(report.resolve("rows"), release.resolve("analyst.duckdb"));
        Files.createSymbolicLink(report.resolve("up"), release);
        Files.createSymbolicLink(report.resolve("again.html"), report.resolve("index.html"));

        assertThat(folder.file("/rows")).isEmpty();
        assertThat(folder.file("/up/analyst.duckdb")).isEmpty();
        assertThat(read("/again.html")).as("A link inside").isEqualTo("first page");
    }

    @Test
    void aReleaseWithoutAReportHasNoFiles() throws IOException {
        Path next = Files.createDirectories(published.resolve("releases").resolve("2018-01-09.1"));
        Files.delete(published.resolve("current"));
        Files.createSymbolicLink(published.resolve("current"), next);

        assertThat(folder.exists()).isFalse();
        assertThat(folder.file("/index.html")).isEmpty();
    }

    private String read(String path) throws IOException {
        return Files.readString(folder.file(path).orElseThrow());
    }
}
