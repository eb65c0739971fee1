package se.trivsel.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ShippedConfigurationTest {
    /** Maven runs tests in the module's folder. */
    private static final Path SHIPPED = Path.of("../config");

    @Test
    void theShippedConfigurationIsWholeAndEnoughToRun() {
        Configuration shipped = ConfigurationReader.readForRun(SHIPPED);

        assertThat(shipped.contracts()).containsKeys("employment", "absence", "placement", "ledger_line");
        assertThat(shipped.municipalities()).hasSizeGreaterThanOrEqualTo(10);
        assertThat(shipped.codeLists().get("level").labelByCode().keySet())
                .startsWith("assistent", "socialsekreterare", "erfaren");
    }
}
