package se.trivsel.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static se.trivsel.contract.SmallConfiguration.CODES;
import static se.trivsel.contract.SmallConfiguration.CONTRACT;
import static se.trivsel.contract.SmallConfiguration.MEASURE;
import static se.trivsel.contract.SmallConfiguration.MUNICIPALITY;
import static se.trivsel.contract.SmallConfiguration.PARAMETERS;
import static se.trivsel.contract.SmallConfiguration.SOURCE;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.trivsel.vocabulary.SourceKind;

class RulesVersionTest {
    @TempDir
    Path folder;

    private SmallConfiguration small;
    private String rules;
    private String catalogue;

    @BeforeEach
    void aWholeConfiguration() {
        small = new SmallConfiguration(folder);
        rules = rules();
        catalogue = catalogue();
    }

    /** When a record of this package grows, this number changes and every delivery is read again, once. */
    @Test
    void itIsTheSameOnEveryMachine() {
        assertThat(rules).isEqualTo("24c349560f19");
    }

    @Test
    void aNewCodeIsANewRule() {
        small.add(CODES, "  semester: Semester\n");

        assertThat(rules()).isNotEqualTo(rules);
    }

    @Test
    void aTranslatedWordIsARule() {
        small.change(SOURCE, "\"VAB\": vab", "\"VAB\": sjuk");

        assertThat(rules()).isNotEqualTo(rules);
    }

    @Test
    void aRequiredColumnIsARule() {
        small.change(CONTRACT, "type: date, privacy: keep}", "type: date, privacy: keep, required: true}");

        assertThat(rules()).isNotEqualTo(rules);
    }

    @Test
    void commentsOrderAndFormAreNot() {
        small.change(SOURCE, "# The yearly", "# A yearly")
                .change(
                        SOURCE,
                        "  ended_on: Till\n  extent_share: Omf\n",
                        "  extent_share: \"Omf\"   # andel\n  ended_on: [Till]\n")
                .change(SOURCE, "    \"SJK\": sjuk\n    \"VAB\": vab\n", "    \"VAB\": vab\n    \"SJK\": sjuk\n");

        assertThat(rules()).isEqualTo(rules);
    }

    @Test
    void whatPeopleAreShownIsNoRuleButPartOfTheCatalogue() {
        small.change(CODES, "Vård av barn", "Tillfällig föräldrapenning")
                .change(CONTRACT, "label: Till,", "label: Slut,");

        assertThat(rules()).isEqualTo(rules);
        assertThat(catalogue()).isNotEqualTo(catalogue);
    }

    @Test
    void theOrderOfCodesIsPartOfTheCatalogue() {
        small.change(CODES, "  sjuk: Sjukdom\n  vab: Vård av barn\n", "  vab: Vård av barn\n  sjuk: Sjukdom\n");

        assertThat(rules()).isEqualTo(rules);
        assertThat(catalogue()).isNotEqualTo(catalogue);
    }

    @Test
    void theCatalogueIsMadeOfMeasuresMunicipalitiesAndParameters() {
        small.change(MEASURE, "1.0.0", "1.0.1");
        String otherMeasure = catalogue();
        small.change(MUNICIPALITY, "Uppsala", "Upsala");
        String otherMunicipality = catalogue();
        small.change(PARAMETERS, "11", "12");

        assertThat(catalogue).isNotEqualTo(otherMeasure);
        assertThat(otherMeasure).isNotEqualTo(otherMunicipality);
        assertThat(otherMunicipality).isNotEqualTo(catalogue());
        assertThat(rules()).isEqualTo(rules);
    }

    private String rules() {
        Configuration configuration = small.read();
        return configuration.rulesVersion(
                configuration.source(SourceKind.HR, "lonelista", "absence").orElseThrow());
    }

    private String catalogue() {
        return small.read().catalogueVersion();
    }
}
