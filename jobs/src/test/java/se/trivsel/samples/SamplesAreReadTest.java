package se.trivsel.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import se.trivsel.contract.Configuration;
import se.trivsel.contract.ConfigurationReader;
import se.trivsel.inbox.FoundFile;
import se.trivsel.inbox.Inbox;
import se.trivsel.inbox.MunicipalityKey;
import se.trivsel.inbox.StrayFile;
import se.trivsel.lake.Assessment;
import se.trivsel.lake.BrokenSamplesTest;
import se.trivsel.lake.DeliveryManifest;
import se.trivsel.lake.DeliveryReading;
import se.trivsel.lake.FindingCount;
import se.trivsel.vocabulary.FindingCode;
import se.trivsel.vocabulary.FoundBy;

/** The samples as the program reads them: what it finds is what was put in. */
class SamplesAreReadTest {
    private static final Path SHIPPED = Path.of("../data-samples");
    private static final Configuration CONFIGURATION = ConfigurationReader.read(Path.of("../config"));
    private static final MunicipalityKey KEY = MunicipalityKey.forThrowAway();

    @Test
    void theInboxIsTakenInButForTheFaultyRowsPutThere() throws IOException {
        Inbox inbox = Inbox.look(SHIPPED.resolve("inbox"), CONFIGURATION);
        var rejected = new TreeMap<String, Long>();
        for (FoundFile file : inbox.found()) {
            Assessment assessment = read(file);
            assertThat(assessment.status()).as(file.path().toString()).isEqualTo(DeliveryManifest.Status.ACCEPTED);
            assessment
                    .findings()
                    .forEach(finding -> rejected.merge(
                            file.municipality() + " " + file.source().dataset() + " "
                                    + finding.code().code(),
                            finding.count(),
                            Long::sum));
        }

        assertThat(inbox.strays()).isEmpty();
        assertThat(inbox.found()).hasSizeGreaterThan(150);
        assertThat(rejected)
                .containsOnly(
                        entry("0380 employment invalid_personal_number", 1L),
                        entry("0380 placement missing_value", 1L),
                        entry("0480 absence not_a_date", 1L),
                        entry("0480 absence unknown_code", 1L),
                        entry("0580 ledger_line invalid_organisation_number", 1L),
                        entry("1080 work_time not_a_number", 1L),
                        entry("1496 referral end_before_start", 1L),
                        entry("1880 investigation duplicate_key", 1L));
    }

    @Test
    void everyLayoutIsUsedBySeveralMunicipalities() {
        var users = new TreeMap<String, Integer>();
        CONFIGURATION
                .municipalities()
                .values()
                .forEach(municipality -> municipality
                        .systemByKind()
                        .forEach((kind, system) -> users.merge(kind.code() + "/" + system, 1, Integer::sum)));

        assertThat(users)
                .hasSize(6)
                .allSatisfy((system, count) -> assertThat(count).isGreaterThan(2));
    }

    static Stream<FindingCode> faultsOfOneFile() {
        return Stream.of(FindingCode.values())
                .filter(code -> code.foundBy() == FoundBy.READING && !BrokenSamplesTest.WITHOUT_A_FILE.contains(code));
    }

    @ParameterizedTest
    @MethodSource("faultsOfOneFile")
    void aBrokenSampleHasItsOneFault(FindingCode code) throws IOException {
        Inbox inbox = Inbox.look(SHIPPED.resolve("broken").resolve(code.code()), CONFIGURATION);
        var found = new TreeMap<FindingCode, Long>();
        inbox.strays().stream().map(StrayFile::reason).forEach(reason -> found.merge(reason, 1L, Long::sum));
        for (FoundFile file : inbox.found()) {
            List<FindingCount> findings = read(file).findings();
            findings.forEach(finding -> found.merge(finding.code(), finding.count(), Long::sum));
        }

        // Too many rejected rows cannot be had without the rows.
        Map<FindingCode, Long> expected =
                code == FindingCode.TOO_MANY_REJECTED ? Map.of(code, 1L, FindingCode.NOT_A_DATE, 3L) : Map.of(code, 1L);
        assertThat(found).containsExactlyInAnyOrderEntriesOf(expected);
    }

    private static Assessment read(FoundFile file) throws IOException {
        try (var reading = DeliveryReading.open(
                CONFIGURATION, file.source(), file.period(), KEY, () -> Files.newInputStream(file.path()))) {
            reading.read(reading::normalise);
            return reading.assessment();
        }
    }
}
