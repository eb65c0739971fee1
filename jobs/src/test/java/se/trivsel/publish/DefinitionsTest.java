package se.trivsel.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.trivsel.contract.ConfigurationReader;
import se.trivsel.warehouse.Repository;
import se.trivsel.warehouse.SqlTree;

class DefinitionsTest {
    private static final Path CONFIG = Repository.path("config");
    private static final Path SQL = Repository.path("sql");

    @TempDir
    private Path folder;

    @Test
    void theyAreReadBackAsTheyWereKept() throws IOException {
        var definitions = read(CONFIG);
        definitions.keep(folder.resolve("definitions"));

        var kept = Definitions.read(folder.resolve("definitions"), definitions.hash())
                .orElseThrow();

        assertThat(kept.configuration()).isEqualTo(definitions.configuration());
        assertThat(kept.tree()).isEqualTo(definitions.tree());
    }

    @Test
    void theSameContentIsTheSameFileAndAnotherCommentIsAnother() throws IOException {
        Path copy = copyOfConfig();
        read(CONFIG).keep(folder.resolve("one"));
        read(copy).keep(folder.resolve("other"));

        Path file = folder.resolve("other").resolve(read(CONFIG).hash() + ".zip");
        assertThat(file).hasSameBinaryContentAs(folder.resolve("one").resolve(file.getFileName()));

        Path law = copy.resolve("law.yaml");
        Files.writeString(law, Files.readString(law) + "# changed\n");
        assertThat(read(copy).hash()).isNotEqualTo(read(CONFIG).hash());
    }

    @Test
    void nothingIsKeptThatSaysNothingOfWhatDataMean() throws IOException {
        var definitions = read(CONFIG);
        definitions.keep(folder.resolve("definitions"));

        try (var zip = new ZipFile(folder.resolve("definitions")
                .resolve(definitions.hash() + ".zip")
                .toFile())) {
            assertThat(zip.stream().map(ZipEntry::getName))
                    .contains("config/law.yaml", "config/measures/SF_TOT.yaml", "sql/00_dialect/duckdb.sql")
                    .contains("sql/60_bi/municipality.sql", "sql/90_quality/most_figures_are_still_shown.sql")
                    .doesNotContain("config/application.yaml", "sql/00_dialect/spark.sql");
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("definitions"))))
                .isEqualTo("rwx------");
    }

    private static Definitions read(Path config) {
        return new Definitions(ConfigurationReader.readForRun(config), SqlTree.read(SQL));
    }

    private Path copyOfConfig() throws IOException {
        Path copy = folder.resolve("config");
        try (Stream<Path> paths = Files.walk(CONFIG)) {
            for (Path path : paths.toList()) {
                Files.copy(path, copy.resolve(CONFIG.relativize(path).toString()));
            }
        }
        return copy;
    }
}
