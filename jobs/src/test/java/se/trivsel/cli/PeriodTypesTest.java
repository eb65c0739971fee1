package se.trivsel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.trivsel.vocabulary.Period;

class PeriodTypesTest {
    private static final PeriodTypes STAFF = new PeriodTypes(true, true, false, true);
    private static final PeriodTypes ONCE_A_YEAR = new PeriodTypes(false, true, false, false);
    private static final PeriodTypes TURNOVER = new PeriodTypes(false, false, true, true);

    @ParameterizedTest
    @CsvSource({
        "2015-11, month 2015-11-01, november 2015-11-01, rolling_12 2014-12-01",
        "2015-10, month 2015-10-01, none, rolling_12 2014-11-01",
        "2015, year 2015-01-01, none, year 2015-01-01",
        "2014-07--2015-06, none, none, rolling_12 2014-07-01",
        "2015-10--2015-11, none, none, none"
    })
    void aPeriodIsOfTheKindThatTheMeasureHas(String asked, String staff, String onceAYear, String turnover) {
        Period period = Period.read(asked).orElseThrow();

        assertThat(kind(STAFF, period)).isEqualTo(staff);
        assertThat(kind(ONCE_A_YEAR, period)).isEqualTo(onceAYear);
        assertThat(kind(TURNOVER, period)).isEqualTo(turnover);
    }

    private static String kind(PeriodTypes types, Period period) {
        Optional<FigureKey> key = types.key("2062", "alla", period);
        return key.map(one -> one.periodType() + " " + one.periodStart()).orElse("none");
    }
}
