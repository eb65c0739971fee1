package se.trivsel.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.trivsel.lake.DeliveryManifest;
import se.trivsel.vocabulary.Period;

/** A system that gives its file the same name every time. */
class PeriodInFileNightTest {
    private static final Charset THEIRS = Charset.forName("windows-1252");
    private static final String MORA = "2062-mora";

    @TempDir
    Path folder;

    private SmallWorld world;
    private Path list;

    @BeforeEach
    void anAbsenceListWithoutAPeriodInItsName() throws IOException {
        world = new SmallWorld(folder).knowsOnly("2062");
        source("", "period: {heading: Fr.o.m}");
        list = Files.createDirectories(world.inbox().resolve(MORA)).resolve("franvarolista.csv");
        Files.copy(SmallWorld.sample(MORA).resolve("franvaro_2015.csv"), list);
    }

    @Test
    void theMonthsInTheFileAreItsPeriod() throws IOException {
        runs();

        assertThat(world.output()).contains("hr: 1 new, 0 unchanged");
        Period period = manifest().period();
        assertThat(period.to()).hasToString("2015-12");
        assertThat(manifest().rowsKept()).isEqualTo(115);

        runs();
        assertThat(world.output()).contains("hr: 0 new, 1 unchanged");
        assertThat(manifest().period()).isEqualTo(period);
    }

    @Test
    void aPeriodOnALineBeforeTheHeadingsIsTheFiles() throws IOException {
        source("preamble_lines: 1", "period: {line: 1, after: Avser}");
        Files.writeString(
                list, "Utskrift 2016-01-08 Avser 2015-01 till 2015-12\n" + Files.readString(list, THEIRS), THEIRS);

        runs();

        assertThat(manifest().period()).isEqualTo(Period.year(2015));
        assertThat(manifest().rowsKept()).isEqualTo(115);
    }

    @Test
    void aFileWhosePeriodNobodySeesIsToldUntilItIsMended() throws IOException {
        String text = Files.readString(list, THEIRS);
        Files.writeString(list, text.replaceAll(";20(14|15)", ";x"), THEIRS);

        for (int night = 0; night < 2; night++) {
            assertThat(runs()).isEqualTo(ExitCode.INCOMPLETE);
            assertThat(world.output()).contains("franvarolista.csv: period_not_found 1");
            assertThat(receipts()).anyMatch(receipt -> receipt.contains("[period_not_found]"));
        }
        assertThat(world.manifests()).isEmpty();

        Files.writeString(list, text, THEIRS);
        runs();
        assertThat(world.output()).contains("hr: 1 new, 0 unchanged").doesNotContain("period_not_found");
        assertThat(receipts()).noneMatch(receipt -> receipt.contains("period_not_found"));
    }

    @Test
    void aFileThatCannotBeTakenApartIsToldWhy() throws IOException {
        Files.writeString(list, Files.readString(list, THEIRS).replace("Fr.o.m", "Dag 1"), THEIRS);

        assertThat(runs()).isEqualTo(ExitCode.INCOMPLETE);

        assertThat(world.output()).contains("franvarolista.csv: missing_column 1");
    }

    @Test
    void anEarlierPeriodUnderTheSameNameStays() throws IOException {
        runs();
        Files.copy(
                SmallWorld.sample(MORA).resolve("franvaro_2016.csv"),
                list,
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        world.on("2018-01-09");

        runs();

        assertThat(world.manifests())
                .extracting(manifest -> manifest.period().to().toString())
                .containsExactlyInAnyOrder("2015-12", "2016-12");
    }

    private void source(String format, String more) throws IOException {
        Path source = world.config().resolve("sources/hr/lonelista/absence.yaml");
        Path original = SmallWorld.sample("../../config/sources/hr/lonelista").resolve("absence.yaml");
        Files.writeString(
                source,
                Files.readString(original)
                                .replaceFirst("files: .*", "files: [\"franvarolista.csv\"]")
                                .replaceFirst("quote: .*", "quote: '\"'\n  " + format)
                        + "\n" + more + "\n");
    }

    private ExitCode runs() {
        return world.runs(JobName.HR, Optional.empty());
    }

    private DeliveryManifest manifest() {
        assertThat(world.manifests()).hasSize(1);
        return world.manifests().get(0);
    }

    private Stream<String> receipts() throws IOException {
        try (Stream<Path> files = Files.walk(world.home().receipts())) {
            return files
                    .filter(file -> file.toString().endsWith(".txt"))
                    .map(PeriodInFileNightTest::text)
                    .toList()
                    .stream();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
    }
}
