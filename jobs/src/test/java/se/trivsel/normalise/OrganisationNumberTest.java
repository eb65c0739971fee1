package se.trivsel.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrganisationNumberTest {
    @ParameterizedTest
    @ValueSource(strings = {"8020051952", "802005-1952", "168020051952", "16802005-1952"})
    void everyFormIsTheSameOrganisation(String text) {
        assertThat(OrganisationNumber.read(text).map(OrganisationNumber::digits))
                .contains("8020051952");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "8020051953",
                "80-20051952",
                "998020051952",
                "802005195",
                "80200519522",
                "SE8020051952",
                "8020051952.0",
                "802005 1952",
                "８０２００５１９５２"
            })
    void whatIsNoOrganisationNumberIsRefused(String text) {
        assertThat(OrganisationNumber.read(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"7601012391", "760101-2391", "197601012391"})
    void aSoleTraderIsToldByTheThirdDigit(String text) {
        assertThat(OrganisationNumber.read(text)).get().matches(number -> !number.isLegalPersons());
    }

    @Test
    void aNumberIsNeverPrinted() {
        assertThat(OrganisationNumber.read("7601012391").orElseThrow())
                .asString()
                .doesNotContain("2391");
    }
}
