package se.trivsel.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SmallChartsTest {
    private static final Optional<Strip.Middle> GROUP = Optional.of(new Strip.Middle(20, new Interval(15, 25)));

    @Test
    void aStripOfTheWholeCountryIsSmall() {
        var random = new Random(290);
        List<Double> others =
                Stream.generate(() -> random.nextDouble() * 40).limit(281).toList();
        List<Double> peers =
                Stream.generate(() -> random.nextDouble() * 40).limit(8).toList();

        assertThat(strip(others, peers, Optional.of(new Estimate(7.7, new Interval(2, 19))))
                        .length())
                .isLessThan(2500);
    }

    @Test
    void dotsOnTheSameHalfPixelAreDrawnOnce() {
        var drawn = Drawn.read(strip(List.of(0.0, 20.0, 20.01, 20.02, 40.0), List.of(20.0), Optional.empty()));

        assertThat(dots(drawn, "other")).isEqualTo(3);
        assertThat(dots(drawn, "peer")).isEqualTo(1);
    }

    /** The margins are 15 of 390, so 0 is at 15, 10 at 105, 30 at 285 and 40 at 375. */
    @Test
    void dotsStandWhereTheirValuesAre() {
        var drawn = Drawn.read(strip(List.of(0.0, 10.0, 30.0, 40.0), List.of(), Optional.empty()));

        assertThat(drawn.one("path", "dots other").getAttribute("d")).isEqualTo("M15 13h0m90 0h0m180 0h0m90 0h0");
    }

    @Test
    void anIntervalThatIsCutEndsWithAnArrowheadAndOneThatIsWholeDoesNot() {
        assertThat(lines(new Interval(10, 30))).isEqualTo(1);
        assertThat(lines(new Interval(-20, 30))).isEqualTo(2);
        assertThat(lines(new Interval(-20, 80))).isEqualTo(3);
    }

    @Test
    void withoutAnOwnValueThereIsNoOwnDotAndNothingAtNought() {
        var drawn = Drawn.read(strip(List.of(5.0, 40.0), List.of(), Optional.empty()));

        assertThat(drawn.all("circle")).isEmpty();
    }

    @Test
    void aStripOfNothingIsALineAlone() {
        var drawn = Drawn.read(new Strip(List.of(), List.of(), Optional.empty(), Optional.empty()).svg());

        assertThat(drawn.all("path")).hasSize(1);
    }

    @Test
    void smallChartsAreHiddenFromScreenReaders() {
        assertThat(Drawn.read(strip(List.of(1.0), List.of(), Optional.empty()))
                        .svg()
                        .getAttribute("aria-hidden"))
                .isEqualTo("true");
        assertThat(sparkline(Map.of()).svg().getAttribute("aria-hidden")).isEqualTo("true");
    }

    @Test
    void aMissingPeriodIsAGapAndALoneValueADot() {
        var drawn = sparkline(Map.of(0, 4.0, 1, 5.0, 2, 6.0, 4, 7.0, 6, 5.0, 7, 4.0));

        assertThat(Drawn.starts(drawn.one("path", "line own"))).isEqualTo(2);
        assertThat(dots(drawn, "own")).isEqualTo(1);
    }

    @Test
    void theLastValueThereIsHasADotWhereItIs() {
        var drawn = sparkline(Map.of(0, 4.0, 1, 5.0));

        assertThat(Drawn.number(drawn.one("circle", "last own"), "cx")).isLessThan(30);
    }

    @Test
    void aChangeOfAHundredthIsNoLandslide() {
        assertThat(fall(100, 99)).isLessThan(2);
        assertThat(fall(100, 50)).isEqualTo(20);
    }

    @Test
    void aPlanThatGoesOnIsDrawnToTheEndAndOneThatIsNotYetOrLongPastNotAtAll() {
        var ongoing = new PlanBand(5, 99, "");
        var drawn = Drawn.read(new Sparkline(8, new TreeMap<>(), List.of(ongoing)).svg());
        var none = List.of(new PlanBand(-9, -2, ""), new PlanBand(9, 12, ""));

        var band = drawn.one("rect", "plan");
        assertThat(Drawn.number(band, "x") + Drawn.number(band, "width")).isEqualTo(105);
        assertThat(Drawn.read(new Sparkline(8, new TreeMap<>(), none).svg()).all("rect"))
                .isEmpty();
    }

    private static double fall(double from, double to) {
        String line = sparkline(Map.of(0, from, 1, to)).one("path", "line own").getAttribute("d");
        String[] numbers = line.substring(1).split("[L ]");
        return Double.parseDouble(numbers[3]) - Double.parseDouble(numbers[1]);
    }

    private static long lines(Interval interval) {
        List<Double> others = List.of(0.0, 40.0);
        return Drawn.starts(Drawn.read(strip(others, List.of(), Optional.of(new Estimate(20, interval))))
                .one("path", "interval own"));
    }

    private static long dots(Drawn drawn, String css) {
        return drawn.one("path", "dots " + css).getAttribute("d").split("h0").length;
    }

    private static Drawn sparkline(Map<Integer, Double> values) {
        return Drawn.read(new Sparkline(8, new TreeMap<>(values), Collections.emptyList()).svg());
    }

    private static String strip(List<Double> others, List<Double> peers, Optional<Estimate> own) {
        return new Strip(others, peers, GROUP, own).svg();
    }
}
