package se.trivsel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.trivsel.warehouse.Repository;

class CheckCommandTest {
    private static final Path SAMPLES = Repository.path("data-samples");

    @TempDir
    Path folder;

    private final StringWriter output = new StringWriter();
    private final StringWriter errors = new StringWriter();

    @Test
    void aGoodFileIsAcceptedWithItsCounts() {
        assertThat(check(SAMPLES.resolve("inbox/2062-mora/franvaro_2015.csv"))).isZero();
        assertThat(output.toString())
                .contains("GODTAGEN")
                .contains("2062 absence 2015-01--2015-12: 115 rader lästa, 115 godtagna, 0 avvisade");
    }

    @Test
    void aFindingIsToldWithItsPlaceAndNotItsValue() {
        assertThat(check(SAMPLES.resolve("broken/invalid_personal_number"))).isZero();
        assertThat(output.toString())
                .contains("invalid_personal_number (1)")
                .contains("rad 13, kolumnen \"Personnr\"")
                .doesNotContain("198013012384");
    }

    @Test
    void theLineOfAByteThatIsNoLetterIsTold() {
        assertThat(check(SAMPLES.resolve("broken/unreadable_text"))).isEqualTo(3);
        assertThat(output.toString()).contains("AVVISAD").contains("rad 13");
    }

    @Test
    void whatARunDoesNotLookAtIsNotCheckedEither() throws IOException {
        Path mora = Files.createDirectories(folder.resolve("2062-mora"));
        Files.writeString(mora.resolve(".franvaro_2015.csv.swp"), "x");
        Files.writeString(mora.resolve("franvaro_2015.csv.part"), "x");

        assertThat(check(folder)).isZero();
        assertThat(output.toString()).isEmpty();
    }

    @Test
    void nothingIsWritten() throws IOException {
        Path file = folder.resolve("2062-mora/franvaro_2015.csv");
        Files.createDirectories(file.getParent());
        Files.copy(SAMPLES.resolve("inbox/2062-mora/franvaro_2015.csv"), file);

        assertThat(check(folder)).isZero();
        try (var files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile)).containsExactly(file);
        }
    }

    @Test
    void aFileAnywhereIsCheckedForTheMunicipalityThatIsNamed() throws IOException {
        Path file =
                Files.copy(SAMPLES.resolve("inbox/2062-mora/franvaro_2015.csv"), folder.resolve("franvaro_2015.csv"));

        assertThat(check(file)).isEqualTo(3);
        assertThat(output.toString()).contains("unknown_folder").contains("--municipality KOD");
        assertThat(check(file, "--municipality", "2062", "--source", "hr")).isZero();
        assertThat(output.toString()).contains("115 rader lästa, 115 godtagna");
    }

    @Test
    void aFileOfAnotherKindIsNotTheOneAskedFor() throws IOException {
        Path file =
                Files.copy(SAMPLES.resolve("inbox/2062-mora/franvaro_2015.csv"), folder.resolve("franvaro_2015.csv"));

        assertThat(check(file, "--municipality", "2062", "--source", "case")).isEqualTo(3);
        assertThat(output.toString()).contains("unknown_file");
    }

    @Test
    void aNewMunicipalityIsCheckedByTheNameOfItsSystem() throws IOException {
        Path file =
                Files.copy(SAMPLES.resolve("inbox/2062-mora/franvaro_2015.csv"), folder.resolve("franvaro_2015.csv"));

        assertThat(check(file, "--municipality", "2039")).isEqualTo(2);
        assertThat(errors.toString()).contains("2039 is not configured").contains("--source");
        assertThat(check(file, "--municipality", "2039", "--source", "lonelista"))
                .isZero();
        assertThat(output.toString()).contains("2039 absence 2015-01--2015-12");
    }

    @Test
    void whatTheNameDoesNotTellCanBeTold() throws IOException {
        Path file = Files.copy(SAMPLES.resolve("inbox/2062-mora/franvaro_2015.csv"), folder.resolve("Export (3).csv"));

        assertThat(check(file, "--municipality", "2062", "--source", "hr")).isEqualTo(3);
        assertThat(output.toString()).contains("unknown_file").contains("--dataset absence|employment");
        assertThat(check(file, "--municipality", "2062", "--dataset", "absence", "--period", "2015"))
                .isZero();
        assertThat(output.toString())
                .contains("115 rader lästa, 115 godtagna")
                .contains("Döp den till franvaro_201501-201512.csv");
    }

    @Test
    void optionsThatMakeNoSenseAreToldAndNothingIsChecked() {
        Path file = SAMPLES.resolve("inbox/2062-mora/franvaro_2015.csv");

        assertThat(check(file, "--municipality", "Mora")).isEqualTo(2);
        assertThat(check(file, "--source", "lonelist")).isEqualTo(2);
        assertThat(check(file, "--period", "i fjol")).isEqualTo(2);
        assertThat(output.toString()).isEmpty();
        assertThat(errors.toString())
                .contains("four digits")
                .contains("lonelist")
                .contains("i fjol");
    }

    private int check(Path path, String... options) {
        var arguments = new ArrayList<>(
                List.of("check", "--config", Repository.path("config").toString(), path.toString()));
        arguments.addAll(List.of(options));
        return RootCommand.commandLine()
                .setOut(new PrintWriter(output))
                .setErr(new PrintWriter(errors))
                .execute(arguments.toArray(String[]::new));
    }
}
