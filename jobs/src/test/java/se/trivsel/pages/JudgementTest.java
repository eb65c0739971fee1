package se.trivsel.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.trivsel.pages.Comparison.Middle;

class JudgementTest {
    private static final Middle MIDDLE = new Middle(share("0.10"), share("0.12"), share("0.15"));

    @ParameterizedTest
    @CsvSource({
        "far_above, lower_is_better, Klart sämre än gruppen",
        "above, lower_is_better, Sämre än gruppen",
        "below, lower_is_better, Bättre än gruppen",
        "far_below, higher_is_better, Klart sämre än gruppen",
        "above, higher_is_better, Bättre än gruppen",
        "above, none, Högre än gruppen",
        "far_below, none, Klart lägre än gruppen",
        "as_the_group, lower_is_better, Går inte att skilja från gruppen",
    })
    void saysWhetherItIsGoodOnlyWhereOneWayIs(String verdict, String direction, String words) {
        assertThat(of("0.20", verdict, direction, MIDDLE).words()).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({
        "0.09, Under gruppens mitthälft",
        "0.10, I gruppens mitthälft",
        "0.15, I gruppens mitthälft",
        "0.16, Över gruppens mitthälft"
    })
    void whereChanceHasNoLimitsItOnlySaysWhereTheFigureLies(String value, String words) {
        Judgement judgement = of(value, "no_limits", "lower_is_better", MIDDLE);

        assertThat(judgement.words()).isEqualTo(words);
        assertThat(judgement.isVerdict()).isFalse();
    }

    @Test
    void withTooFewToCompareWithItSaysSo() {
        assertThat(of("0.20", "no_limits", "none", Middle.UNKNOWN).words())
                .isEqualTo("För få kommuner att jämföra med");
    }

    @Test
    void ofAFigureThatIsMissingNothingIsSaid() {
        Figure missing = figure(Optional.empty());

        assertThat(Judgement.of(missing, Optional.of(new Comparison(MIDDLE, "no_value")), measure("none"))
                        .words())
                .isEmpty();
    }

    private static Judgement of(String value, String verdict, String direction, Middle middle) {
        return Judgement.of(figure(share(value)), Optional.of(new Comparison(middle, verdict)), measure(direction));
    }

    static Figure figure(Optional<BigDecimal> value) {
        return new Figure(
                "2062",
                "SF_KORT",
                "year",
                LocalDate.of(2017, 1, 1),
                value,
                Optional.empty(),
                Optional.empty(),
                Optional.of(27L),
                Optional.empty(),
                value.isPresent() ? "ok" : "suppressed",
                List.of());
    }

    private static Measure measure(String direction) {
        return new Measure(
                "SF_KORT",
                "1.0.0",
                LocalDate.of(2015, 1, 1),
                "Sjukfrånvaro",
                "Kort sjukfrånvaro",
                "Vad måttet säger.",
                "Täljare.",
                "Nämnare.",
                "Alla.",
                "share",
                direction,
                "none",
                5,
                "");
    }

    private static Optional<BigDecimal> share(String value) {
        return Optional.of(new BigDecimal(value));
    }
}
