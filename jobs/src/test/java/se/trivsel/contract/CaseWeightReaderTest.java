package se.trivsel.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CaseWeightReaderTest {
    private static final String FILE = "case_weights.yaml";

    private static final String ALL_BUT_TWO = """
              - valid_from: "%s"
                source: Prov
                weights:
                  - {case_type: aktualisering, phase: forhandsbedomning, handler: ny, weight: 0.6}
                  - {case_type: aktualisering, phase: forhandsbedomning, handler: van, weight: 0.5}
                  - {case_type: aktualisering, phase: forhandsbedomning, handler: okand, weight: 0}
                  - {case_type: utredning, phase: inom_tid, handler: ny, weight: 1.3}
                  - {case_type: utredning, phase: inom_tid, handler: van, weight: 1}
                  - {case_type: utredning, phase: inom_tid, handler: okand, weight: 1}
                  - {case_type: utredning, phase: efter_tid, handler: ny, weight: 1.6}
            """;

    private static final String THE_TWO = """
                  - {case_type: utredning, phase: efter_tid, handler: van, weight: 1.2345}
                  - {case_type: utredning, phase: efter_tid, handler: okand, weight: 1.2}
            """;

    @TempDir
    Path folder;

    private SmallConfiguration small;

    @BeforeEach
    void aWholeConfiguration() {
        small = new SmallConfiguration(folder);
    }

    @Test
    void editionsFollowOneAnother() {
        write(edition("2015-01-01") + edition("2016-07-01"));

        assertThat(small.read().caseWeights())
                .extracting(CaseWeightEdition::validFrom)
                .containsExactly(LocalDate.of(2015, 1, 1), LocalDate.of(2016, 7, 1));
        assertThat(small.read().caseWeights().get(0).source()).isEqualTo("Prov");
        assertThat(small.read().caseWeights().get(0).weights())
                .hasSize(9)
                .contains(new CaseWeight("utredning", "efter_tid", "van", new BigDecimal("1.2345")))
                .contains(new CaseWeight("aktualisering", "forhandsbedomning", "okand", new BigDecimal("0")));
    }

    @Test
    void anEditionThatBeginsNoLaterThanTheOneBeforeItIsReported() {
        write(edition("2015-01-01") + edition("2015-01-01"));

        assertThat(small.problems())
                .containsExactly(
                        FILE + ":14:5: editions[1].valid_from: must be later than that of the edition before it,"
                                + " so that no day has two");
    }

    @Test
    void aCombinationWithoutAWeightIsReported() {
        write(ALL_BUT_TWO.formatted("2015-01-01"));

        assertThat(small.problems())
                .containsExactly(
                        FILE + ":2:5: editions[0]: has no weight for utredning, efter_tid, okand; add it",
                        FILE + ":2:5: editions[0]: has no weight for utredning, efter_tid, van; add it");
    }

    @Test
    void aCombinationWithTwoWeightsAndAPhaseOfTheOtherTypeAreReported() {
        write(edition("2015-01-01") + """
                  - {case_type: utredning, phase: inom_tid, handler: van, weight: 2}
                  - {case_type: aktualisering, phase: inom_tid, handler: van, weight: 2}
            """);

        assertThat(small.problems())
                .containsExactly(
                        FILE + ":14:9: editions[0].weights[9]: has a weight in this edition already; keep one of them",
                        FILE + ":15:36: editions[0].weights[10].phase: is no phase of aktualisering");
    }

    @Test
    void aWeightBelowNoneOrOfFiveDecimalsAndAnUnknownCodeAreReported() {
        write(edition("2015-01-01").replace("weight: 1.2345", "weight: 1.23456"));
        assertThat(small.problems())
                .containsExactly(
                        FILE + ":12:64: editions[0].weights[7].weight: must be digits with at most four decimals,"
                                + " such as 1.25");

        write(edition("2015-01-01")
                .replace("weight: 1.2345", "weight: -1")
                .replace("handler: okand, weight: 0", "handler: ung, weight: 0"));
        assertThat(small.problems())
                .containsExactly(
                        FILE + ":7:62: editions[0].weights[2].handler: must be one of ny, van, okand, not ung",
                        FILE + ":12:64: editions[0].weights[7].weight: must be at least 0, not -1");
    }

    private void write(String editions) {
        small.write(FILE, "editions:\n" + editions);
    }

    private static String edition(String validFrom) {
        return ALL_BUT_TWO.formatted(validFrom) + THE_TWO;
    }
}
