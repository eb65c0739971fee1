package se.trivsel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
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
    void whoDescribesTheFilesIsToldWhichKeysToLookAt() throws IOException {
        for (String[] expected : new String[][] {
            {"not_a_date", "format.day, format.open_end"},
            {"unknown_code", "codes, other_codes"},
            {"missing_column", "format.heading_rows"},
            {"unreadable_text", "format.charset"}
        }) {
            output.getBuffer().setLength(0);
            check(SAMPLES.resolve("broken").resolve(expected[0]));

            assertThat(output.toString()).contains("se i källans beskrivning: ").contains(expected[1]);
        }
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

    /** A file as a joint centre sends it: before it is there, each municipality can look at its own rows. */
    @Test
    void ofAFileWithRowsOfSeveralTheRowsOfTheNamedMunicipalityAreChecked() throws IOException {
        Path config = configWith("sources/hr/lonecentral/absence.yaml", """
                delivers: absence
                files: ["loner.csv"]
                period: {heading: Från}
                municipality: {heading: Kommun}
                format: {separator: ";"}
                trailer: {first_cells: [Summa], totals: {scheduled_hours: Timmar}}
                columns:
                  {absence_no: Nr, employment: Anst, started_on: Från, scheduled_hours: Timmar, extent_share: Omf}
                fixed: {absence_reason_code: sjuk}
                """);
        Path file = folder.resolve("loner.csv");
        Files.writeString(file, """
                Kommun;Nr;Anst;Från;Timmar;Omf
                2062;1;10;2015-01-05;8;1
                0380;2;20;2015-02-05;8;1
                2062;3;10;2015-03-35;8;1
                ;4;10;2015-04-05;8;1
                Summa;;;;9;
                """);

        assertThat(check(config, file, "--municipality", "2062", "--source", "lonecentral"))
                .isEqualTo(3);
        assertThat(output.toString())
                .contains("2062 absence 2015-01--2015-04: 2 rader lästa, 1 godtagna, 1 avvisade")
                .contains("not_a_date (1)")
                .contains("rad 4, kolumnen \"Från\"")
                .contains("unknown_municipality (2)")
                .contains("rad 5, kolumnen \"Kommun\"")
                .doesNotContain("control_total")
                .doesNotContain("Obs:");
        assertThat(check(config, file, "--municipality", "1880", "--source", "lonecentral"))
                .isEqualTo(3);
        assertThat(output.toString())
                .contains("1880 absence 2015-01--2015-04: 0 rader")
                .contains("empty_file");
    }

    @Test
    void aFileThatDoesNotStateItsPeriodCanBeCheckedWhenItIsTold() throws IOException {
        Path config = configWith("sources/hr/veckolista/absence.yaml", """
                delivers: absence
                files: ["lista.csv"]
                period: {line: 1, after: "Avser "}
                format: {separator: ";", preamble_lines: 1}
                columns: {absence_no: Nr, employment: Anst, started_on: Från, extent_share: Omf}
                fixed: {absence_reason_code: sjuk}
                """);
        Path file = folder.resolve("lista.csv");
        Files.writeString(file, "Avser januari\nNr;Anst;Från;Omf\n1;10;2015-01-05;1\n");

        assertThat(check(config, file, "--municipality", "2062", "--source", "veckolista"))
                .isEqualTo(3);
        assertThat(output.toString()).contains("period_not_found").contains("--period 2015-01--2015-12");
        assertThat(check(config, file, "--municipality", "2062", "--source", "veckolista", "--period", "2015-01"))
                .isZero();
        assertThat(output.toString())
                .contains("1 rader lästa, 1 godtagna")
                .contains("Obs: Det går inte att se vilken tid filen gäller")
                .doesNotContain("Döp den");

        Files.writeString(file, "Avser 2015-01\nNr;Anst;Från;Omf\n1;10;2015-01-05;1\n");
        output.getBuffer().setLength(0);
        assertThat(check(config, file, "--municipality", "2062", "--source", "veckolista"))
                .isZero();
        assertThat(output.toString()).contains("2062 absence 2015-01: 1 rader").doesNotContain("Obs:");

        Path renamed = Files.move(file, folder.resolve("Export (3).csv"));
        assertThat(check(config, renamed, "--municipality", "2062", "--source", "veckolista"))
                .isZero();
        assertThat(output.toString()).contains("Obs: Filens namn stämmer inte");

        Files.writeString(renamed, "%PDF-1.7");
        assertThat(check(config, renamed, "--municipality", "2062", "--source", "veckolista"))
                .isEqualTo(3);
        assertThat(output.toString()).contains("unexpected_format:");
    }

    private Path configWith(String name, String text) throws IOException {
        Path config = folder.resolve("config");
        try (Stream<Path> files = Files.walk(Repository.path("config"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = config.resolve(Repository.path("config").relativize(file));
                Files.createDirectories(copy.resolveSibling(""));
                Files.copy(file, copy);
            }
        }
        Files.createDirectories(config.resolve(name).resolveSibling(""));
        Files.writeString(config.resolve(name), text);
        return config;
    }

    private int check(Path path, String... options) {
        return check(Repository.path("config"), path, options);
    }

    private int check(Path config, Path path, String... options) {
        var arguments = new ArrayList<>(List.of("check", "--config", config.toString(), path.toString()));
        arguments.addAll(List.of(options));
        return RootCommand.commandLine()
                .setOut(new PrintWriter(output))
                .setErr(new PrintWriter(errors))
                .execute(arguments.toArray(String[]::new));
    }
}
