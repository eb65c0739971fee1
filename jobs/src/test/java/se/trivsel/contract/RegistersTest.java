package se.trivsel.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.trivsel.vocabulary.MunicipalityCode;

/** What is known of suppliers and inhabitants besides what municipalities deliver. */
class RegistersTest {
    private static final String SUPPLIERS = "suppliers.yaml";
    private static final String POPULATION = "population.yaml";

    @TempDir
    Path folder;

    private SmallConfiguration small;

    @BeforeEach
    void aWholeConfiguration() {
        small = new SmallConfiguration(folder);
    }

    @Test
    void aSupplierMayBecomeSomethingElse() {
        small.write(SUPPLIERS, """
                suppliers:
                  - {organisation_no: "5599900015", name: Prov AB, provides: inhyrd_socionom, to: "2015-12-31"}
                  - {organisation_no: "5599900015", name: Prov AB, provides: placering_hvb, from: "2016-01-01"}
                """);

        assertThat(small.read().suppliers())
                .containsExactly(
                        new ListedSupplier(
                                "5599900015",
                                "Prov AB",
                                "inhyrd_socionom",
                                Optional.empty(),
                                Optional.of(LocalDate.of(2015, 12, 31))),
                        new ListedSupplier(
                                "5599900015",
                                "Prov AB",
                                "placering_hvb",
                                Optional.of(LocalDate.of(2016, 1, 1)),
                                Optional.empty()));
    }

    @Test
    void aSupplierThatIsTwoThingsOnOneDayOrAPersonIsReported() {
        small.write(SUPPLIERS, """
                suppliers:
                  - {organisation_no: "5599900015", name: Prov AB, provides: inhyrd_socionom, to: "2016-01-01"}
                  - {organisation_no: "5599900015", name: Prov AB, provides: placering_hvb, from: "2016-01-01", to: "2015-01-01"}
                """);
        assertThat(small.problems())
                .containsExactly(
                        SUPPLIERS
                                + ":3:6: suppliers[1].organisation_no: is listed for the same days before; nobody is two"
                                + " things at a time",
                        SUPPLIERS + ":3:97: suppliers[1].to: is before from");

        small.write(SUPPLIERS, """
                suppliers:
                  - {organisation_no: "5510900015", name: Prov, provides: inhyrd_socionom}
                """);
        assertThat(small.problems())
                .containsExactly(
                        SUPPLIERS + ":2:6: suppliers[0].organisation_no: must be ten digits without a hyphen, the"
                                + " third at least 2: a legal person");
    }

    @Test
    void thePopulationOfAYearIsToldOnce() {
        small.write(POPULATION, """
                source: Påhittad
                population:
                  - {municipality: "0380", year: 2015, age_0_20: 1, age_21_64: 2, age_65_plus: 3}
                """);
        assertThat(small.read().populations())
                .containsExactly(new Population(new MunicipalityCode("0380"), 2015, 1, 2, 3));

        small.add(POPULATION, """
                  - {municipality: "0380", year: 2015, age_0_20: 1, age_21_64: 2, age_65_plus: 3}
                """);
        assertThat(small.problems())
                .containsExactly(POPULATION
                        + ":4:28: population[1].year: this municipality has the year already; keep one of them");
    }
}
