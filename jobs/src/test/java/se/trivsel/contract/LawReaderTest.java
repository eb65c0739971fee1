package se.trivsel.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LawReaderTest {
    @TempDir
    Path folder;

    @Test
    void limitsFollowOneAnother() throws IOException {
        Law law = read("""
                limits:
                  report_limit_days:
                    - {to: "2025-06-30", value: 14, law: "gamla lagen"}
                    - {from: "2025-07-01", value: 7, law: "nya lagen"}
                """).law();

        assertThat(law.limits())
                .containsExactly(
                        new Limit(
                                "report_limit_days",
                                Optional.empty(),
                                Optional.of(LocalDate.of(2025, 6, 30)),
                                14,
                                "gamla lagen"),
                        new Limit(
                                "report_limit_days",
                                Optional.of(LocalDate.of(2025, 7, 1)),
                                Optional.empty(),
                                7,
                                "nya lagen"));
    }

    @Test
    void aDayWithoutALimitOrWithTwoIsReported() throws IOException {
        assertThat(problems("""
                limits:
                  report_limit_days:
                    - {to: "2025-06-30", value: 14, law: "gamla lagen"}
                    - {from: "2025-07-02", value: 14, law: "nya lagen"}
                  investigation_limit_months:
                    - {value: 4, law: "gamla lagen"}
                    - {from: "2025-07-01", value: 4, law: "nya lagen"}
                """))
                .containsExactly(
                        "law.yaml:4:7: limits.report_limit_days[1]: must begin on the day after the one before it ends, so"
                                + " that every day has one limit",
                        "law.yaml:7:7: limits.investigation_limit_months[1]: must begin on the day after the one before it"
                                + " ends, so that every day has one limit");
    }

    @Test
    void aDayThatIsNoneAndAMeasureThatIsNoneAreReported() throws IOException {
        assertThat(problems("""
                limits:
                  report_limit_days:
                    - {to: "2025-02-30", value: 14, law: "gamla lagen"}
                breaks:
                  - {on: "2018-02-01", measures: [PO_KOLADA], what: "AID"}
                """))
                .containsExactly(
                        "law.yaml:3:8: limits.report_limit_days[0].to: there is no such day",
                        "law.yaml:5:35: breaks[0].measures[0]: no such measure PO_KOLADA in measures");
    }

    private List<String> problems(String law) throws IOException {
        try {
            read(law);
            return List.of();
        } catch (InvalidConfiguration invalid) {
            return invalid.problems().stream()
                    .map(ConfigurationProblem::toString)
                    .toList();
        }
    }

    private Configuration read(String law) throws IOException {
        Files.createDirectories(folder.resolve("contracts"));
        Files.writeString(folder.resolve("law.yaml"), law);
        return ConfigurationReader.read(folder);
    }
}
