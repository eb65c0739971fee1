package se.trivsel.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.trivsel.vocabulary.Period;

class SwedishWordsTest {
    @Test
    void thousandsAreParted() {
        assertThat(SwedishNumbers.count(1_234_567)).isEqualTo("1\u00a0234\u00a0567");
        assertThat(SwedishNumbers.count(-12)).isEqualTo("\u221212");
    }

    @ParameterizedTest
    @CsvSource({"145.1538, 1, '145,2'", "12, 1, '12,0'", "0.125, 2, '0,13'", "2.5, 0, '3'"})
    void aNumberHasAsManyDecimalsAsAreAskedFor(BigDecimal number, int decimals, String text) {
        assertThat(SwedishNumbers.decimal(number, decimals)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"-0.04, 1, '0,0'", "-0.4, 0, '0'", "-0.05, 1, '−0,1'"})
    void whatIsNoughtWhenRoundedIsNotLessThanNought(BigDecimal number, int decimals, String text) {
        assertThat(SwedishNumbers.decimal(number, decimals)).isEqualTo(text);
    }

    @Test
    void whatIsNoughtToTheLastDecimalIsNotLessThanNought() {
        assertThat(SwedishNumbers.exact(new BigDecimal("-0.0000004"))).isEqualTo("0");
    }

    @ParameterizedTest
    @CsvSource({"2045, 10000, '20,5'", "1, 3, '33,3'", "0, 5, '0,0'", "7, 7, '100,0'"})
    void aShareHasOneDecimalAndRoundsHalvesUp(long part, long whole, String share) {
        assertThat(SwedishNumbers.percent(part, whole)).isEqualTo(share + "\u00a0%");
    }

    @ParameterizedTest
    @CsvSource({
        "2015-03, 2015-03, mars 2015",
        "2015-01, 2015-12, 2015",
        "2015-01, 2015-03, januari–mars 2015",
        "2014-11, 2015-03, november 2014–mars 2015",
        "2014-01, 2015-12, januari 2014–december 2015"
    })
    void aPeriodIsToldAsPeopleDo(YearMonth from, YearMonth to, String words) {
        assertThat(SwedishDates.period(new Period(from, to))).isEqualTo(words);
    }

    @Test
    void aMomentIsSwedishTimeInSummerAndWinter() {
        assertThat(SwedishDates.moment(Instant.parse("2015-07-01T22:05:00Z"))).isEqualTo("2 juli 2015 kl.\u00a000.05");
        assertThat(SwedishDates.moment(Instant.parse("2015-12-31T23:05:00Z")))
                .isEqualTo("1 januari 2016 kl.\u00a000.05");
    }
}
