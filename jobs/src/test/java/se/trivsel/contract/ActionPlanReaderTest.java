package se.trivsel.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.trivsel.vocabulary.MunicipalityCode;

class ActionPlanReaderTest {
    private static final String PLANS = "action_plans.yaml";

    @TempDir
    Path folder;

    private SmallConfiguration small;

    @BeforeEach
    void aWholeConfiguration() {
        small = new SmallConfiguration(folder);
    }

    @Test
    void aPlanMayHaveNoToldEndAndBeOfAMunicipalityThatSendsNothing() {
        small.write(PLANS, """
                plans:
                  - id: mora_2015
                    municipality: "2062"
                    name: Handlingsprogram
                    started_on: "2015-09-01"
                    what: administratörer
                    source: Påhittad
                """);

        assertThat(ConfigurationReader.read(folder).actionPlans())
                .containsExactly(new ActionPlan(
                        "mora_2015",
                        new MunicipalityCode("2062"),
                        "Handlingsprogram",
                        LocalDate.of(2015, 9, 1),
                        Optional.empty(),
                        List.of("administratörer"),
                        "Påhittad"));
    }

    @Test
    void aDayThatIsNoneAnEndBeforeTheBeginningAndTwoPlansOfOneIdAreReported() {
        small.write(PLANS, """
                plans:
                  - {id: one, municipality: "0380", name: En, started_on: "2015-02-30", what: [a], source: s}
                  - {id: two, municipality: "0380", name: Två, started_on: "2015-02-02", ended_on: "2015-02-01", what: [a], source: s}
                  - {id: two, municipality: "0380", name: Tre, started_on: "2015-02-02", what: [a], source: s}
                """);

        assertThat(small.problems())
                .containsExactly(
                        PLANS + ":2:47: plans[0].started_on: there is no such day",
                        PLANS + ":3:74: plans[1].ended_on: is before started_on",
                        PLANS + ":4:6: plans[2].id: another plan has this id; each needs its own");
    }
}
