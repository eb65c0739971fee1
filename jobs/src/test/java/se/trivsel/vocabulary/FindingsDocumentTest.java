package se.trivsel.vocabulary;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import se.trivsel.GeneratedPage;
import se.trivsel.warehouse.Repository;

class FindingsDocumentTest {
    private static final String HEAD = """
            # Vad som kan vara fel med en leverans

            Koden står i kvittot, i svaret från `./trivsel check` och i mappens namn under `data-samples/broken`. Den
            ändras aldrig. Ett kvitto säger var felet är, aldrig vad som stod där.

            Sidan skrivs av `FindingsDocumentTest` från `FindingCode`; ändra där.
            """;

    @Test
    void thePageListsEveryFindingWithTheSentencesItsSenderReads() throws IOException {
        String sections = Arrays.stream(Severity.values())
                .map(FindingsDocumentTest::section)
                .collect(joining());

        new GeneratedPage("findings.md", HEAD + sections).isWhatIsCommitted();
    }

    private static String section(Severity severity) {
        String title = switch (severity) {
            case FATAL -> "Hela leveransen avvisas";
            case ERROR -> "Raden avvisas";
            case WARNING -> "Raden tas emot ändå";
        };
        return "\n## " + title + "\n\n| kod | vad | vad man gör |\n|---|---|---|\n"
                + Arrays.stream(FindingCode.values())
                        .filter(code -> code.severity() == severity)
                        .map(FindingsDocumentTest::row)
                        .collect(joining());
    }

    private static String row(FindingCode code) {
        String name = hasSample(code)
                ? "[`%s`](../data-samples/broken/%1$s)".formatted(code.code())
                : "`%s`".formatted(code.code());
        return "| %s | %s | %s |\n".formatted(name, code.what(), code.remedy());
    }

    private static boolean hasSample(FindingCode code) {
        return Files.isDirectory(Repository.path("data-samples/broken").resolve(code.code()));
    }
}
