package se.trivsel.vocabulary;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import se.trivsel.GeneratedPage;
import se.trivsel.warehouse.Repository;

class FindingsDocumentTest {
    private static final String HEAD = """
            # Vad som kan vara fel med en leverans

            Koden står i kvittot, i svaret från `./trivsel check` och i mappens namn under `data-samples/broken`. Den
            ändras aldrig. Ett kvitto säger var felet är, aldrig vad som stod där.

            Det som hittas av inläsningen svarar även `./trivsel check` om. Reglerna mellan rader ser alla leveranser på en
            gång; deras gränser står i [config/parameters.yaml](../config/parameters.yaml).

            Sidan skrivs av `FindingsDocumentTest` från `FindingCode` och `FindingRule`; ändra där.
            """;

    @Test
    void thePageListsEveryFindingWithTheSentencesItsSenderReads() throws IOException {
        String sections = Arrays.stream(Severity.values())
                .map(FindingsDocumentTest::section)
                .collect(joining());

        String rules = Arrays.stream(FindingCode.values())
                .map(FindingsDocumentTest::rule)
                .collect(joining("", "\n## Reglerna\n\n", ""));

        new GeneratedPage("findings.md", HEAD + sections + rules).isWhatIsCommitted();
    }

    @Test
    void everyFindingIsARuleOneCanArgueAbout() {
        assertThat(FindingCode.values())
                .allSatisfy(code -> assertThat(FindingRule.of(code))
                        .as("FindingRule has no rule for " + code.code())
                        .isPresent());
    }

    private static String rule(FindingCode code) {
        FindingRule rule = FindingRule.of(code).orElseThrow();
        return "- **`%s`**: givet %s, när %s, så %s. Grund: %s.\n"
                .formatted(code.code(), rule.given(), rule.when(), rule.then(), lowerCase(rule.basis()));
    }

    private static String lowerCase(String sentence) {
        return sentence.substring(0, 1).toLowerCase(Locale.ROOT) + sentence.substring(1);
    }

    private static String section(Severity severity) {
        String title = switch (severity) {
            case FATAL -> "Hela leveransen avvisas";
            case ERROR -> "Raden avvisas";
            case WARNING -> "Raden tas emot ändå";
            case INFO -> "Upplysning";
        };
        if (Arrays.stream(FindingCode.values()).noneMatch(code -> code.severity() == severity)) {
            return "";
        }
        return "\n## " + title + "\n\n| kod | vad | vad man gör | hittas av |\n|---|---|---|---|\n"
                + Arrays.stream(FindingCode.values())
                        .filter(code -> code.severity() == severity)
                        .map(FindingsDocumentTest::row)
                        .collect(joining());
    }

    private static String row(FindingCode code) {
        String name = switch (code.foundBy()) {
            case READING -> (hasSample(code) ? "[`%s`](../data-samples/broken/%1$s)" : "`%s`").formatted(code.code());
            case RULE -> "[`%s`](../sql/28_finding/%1$s.sql)".formatted(code.code());
            case NIGHT -> "`%s`".formatted(code.code());
        };
        return "| %s | %s | %s | %s |\n"
                .formatted(name, code.what(), code.remedy(), code.foundBy().swedish());
    }

    private static boolean hasSample(FindingCode code) {
        return Files.isDirectory(Repository.path("data-samples/broken").resolve(code.code()));
    }
}
