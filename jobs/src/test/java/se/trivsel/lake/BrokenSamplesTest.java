package se.trivsel.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import se.trivsel.contract.Configuration;
import se.trivsel.contract.ConfigurationReader;
import se.trivsel.inbox.FoundFile;
import se.trivsel.inbox.Inbox;
import se.trivsel.inbox.MunicipalityKey;
import se.trivsel.vocabulary.FindingCode;
import se.trivsel.vocabulary.FoundBy;
import se.trivsel.vocabulary.Severity;
import se.trivsel.warehouse.Repository;

/** Each folder of {@code data-samples/broken} holds one file with one fault: the one the folder is named for. */
public class BrokenSamplesTest {
    private static final Path BROKEN = Repository.path("data-samples/broken");

    /** They are found only where a description asks for it, and none of the shipped ones does. */
    public static final Set<FindingCode> WITHOUT_A_FILE = Set.of(
            FindingCode.MISSING_SHEET,
            FindingCode.VALUE_WITHHELD,
            FindingCode.EXTRA_FIELDS,
            FindingCode.CODE_BY_DEFAULT,
            FindingCode.PERIOD_NOT_FOUND,
            FindingCode.UNKNOWN_MUNICIPALITY,
            FindingCode.CONTROL_TOTAL_DEVIATES);

    /** Too many rejected rows have to be rejected for something: here for three dates. */
    private static final Map<FindingCode, Map<FindingCode, Long>> GOES_WITH =
            Map.of(FindingCode.TOO_MANY_REJECTED, Map.of(FindingCode.NOT_A_DATE, 3L));

    @TestFactory
    Stream<DynamicTest> theFileHasTheFaultItsFolderIsNamedFor() throws IOException {
        Configuration shipped = ConfigurationReader.readForRun(Repository.path("config"));
        return folders()
                .map(folder -> dynamicTest(folder, () -> {
                    FindingCode code = FindingCode.valueOf(folder.toUpperCase(java.util.Locale.ROOT));
                    Map<FindingCode, Long> expected = new java.util.EnumMap<>(FindingCode.class);
                    expected.put(code, 1L);
                    expected.putAll(GOES_WITH.getOrDefault(code, Map.of()));

                    Inbox inbox = Inbox.look(BROKEN.resolve(folder), shipped);

                    assertThat(inbox.found().size() + inbox.strays().size()).isEqualTo(1);
                    assertThat(findings(inbox, shipped)).isEqualTo(expected);
                }));
    }

    @Test
    void everyFaultAFileCanHaveHasAFolder() throws IOException {
        Set<String> codes = Stream.of(FindingCode.values())
                .filter(code -> code.foundBy() == FoundBy.READING && !WITHOUT_A_FILE.contains(code))
                .map(FindingCode::code)
                .collect(Collectors.toSet());

        assertThat(folders()).containsExactlyInAnyOrderElementsOf(codes);
    }

    private static Map<FindingCode, Long> findings(Inbox inbox, Configuration shipped) throws IOException {
        if (!inbox.strays().isEmpty()) {
            return Map.of(inbox.strays().get(0).reason(), 1L);
        }
        FoundFile file = inbox.found().get(0);
        try (var reading = DeliveryReading.open(
                shipped,
                file.source(),
                file.period(),
                MunicipalityKey.forThrowAway(),
                () -> Files.newInputStream(file.path()))) {
            reading.read(reading::normalise);
            Assessment assessment = reading.assessment();
            List<FindingCount> findings = assessment.findings();
            assertThat(assessment.status() == DeliveryManifest.Status.REJECTED)
                    .isEqualTo(
                            findings.stream().anyMatch(finding -> finding.code().severity() == Severity.FATAL));
            return findings.stream().collect(Collectors.toMap(FindingCount::code, FindingCount::count));
        }
    }

    private static Stream<String> folders() throws IOException {
        try (Stream<Path> folders = Files.list(BROKEN)) {
            return Arrays.stream(folders.filter(Files::isDirectory)
                    .map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toArray(String[]::new));
        }
    }
}
