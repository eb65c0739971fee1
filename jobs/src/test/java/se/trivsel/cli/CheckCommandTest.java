package se.trivsel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.trivsel.warehouse.Repository;

class CheckCommandTest {
    private static final Path SAMPLES = Repository.path("data-samples");

    @TempDir
    Path folder;

    private final StringWriter output = new StringWriter();

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

    private int check(Path path) {
        return RootCommand.commandLine()
                .setOut(new PrintWriter(output))
                .execute("check", "--config", Repository.path("config").toString(), path.toString());
    }
}
