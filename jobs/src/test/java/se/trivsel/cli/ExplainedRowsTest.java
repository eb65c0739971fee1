package se.trivsel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExplainedRowsTest {
    @ParameterizedTest
    @CsvSource({
        "194679.53, 194679.61, true", // the hours of a large municipality, rounded by employment and month
        "194671.53, 194679.61, false", // a day of one person
        "14, 14, true",
        "14, 15, false",
        "0, 0, true",
        "0, 1, false"
    })
    void whatIsMissingIsToldFromWhatIsRounded(BigDecimal rows, BigDecimal figure, boolean isRounded) {
        assertThat(ExplainedRows.isRounded(rows, figure)).isEqualTo(isRounded);
    }
}
