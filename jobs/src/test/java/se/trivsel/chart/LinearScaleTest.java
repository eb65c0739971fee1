package se.trivsel.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LinearScaleTest {
    @Test
    void ticksAreRoundAndExactInDecimal() {
        assertThat(new LinearScale(0, 40, 0, 1).ticks(5)).containsExactly(0.0, 10.0, 20.0, 30.0, 40.0);
        assertThat(new LinearScale(0.1, 0.5, 0, 1).ticks(5)).containsExactly(0.1, 0.2, 0.3, 0.4, 0.5);
        assertThat(new LinearScale(-3, 4, 0, 1).ticks(5)).containsExactly(-2.0, 0.0, 2.0, 4.0);
        assertThat(new LinearScale(1995, 1996, 0, 1).ticks(3)).containsExactly(1995.0, 1995.5, 1996.0);
    }

    @Test
    void ticksAreNeverMoreThanAskedForAndNeverFewerThanTwo() {
        var random = new Random(1);
        for (int i = 0; i < 2000; i++) {
            double one = random.nextGaussian() * Math.pow(10, random.nextInt(9) - 4);
            double other = random.nextGaussian() * Math.pow(10, random.nextInt(9) - 4);
            int atMost = 3 + random.nextInt(6);
            LinearScale scale = LinearScale.around(List.of(Estimate.exact(one), Estimate.exact(other)), 0, 100, atMost);

            assertThat(scale.ticks(atMost + 1)).hasSizeBetween(2, atMost + 1);
            assertThat(scale.at(one)).isBetween(-1e-6, 100 + 1e-6);
            assertThat(scale.at(other)).isBetween(-1e-6, 100 + 1e-6);
        }
    }

    @Test
    void aWideIntervalDoesNotPressTheValuesTogether() {
        var small = new Estimate(30, new Interval(0, 100));
        LinearScale scale = LinearScale.around(List.of(small, Estimate.exact(40)), 0, 100, 6);

        assertThat(scale.low()).isEqualTo(25);
        assertThat(scale.high()).isEqualTo(45);
    }

    @Test
    void theIntervalOfASingleValueIsShownWhole() {
        var only = new Estimate(10, new Interval(2, 41));

        assertThat(LinearScale.around(List.of(only), 0, 100, 6).high()).isGreaterThanOrEqualTo(41);
    }

    @Test
    void itBeginsAtNoughtWhenTheValuesAreNearIt() {
        assertThat(around(12, 33).low()).isZero();
        assertThat(around(88, 93).low()).isEqualTo(88);
        assertThat(around(-5, 33).low()).isEqualTo(-10);
    }

    @Test
    void equalValuesAreOnTheScaleToo() {
        for (double value : new double[] {0, 5, -5, 0.001}) {
            assertThat(around(value, value).at(value)).isBetween(0.0, 100.0);
        }
        assertThat(new LinearScale(7, 7, 0, 100).at(7)).isEqualTo(50);
        assertThat(around(0, 0).ticks(6)).containsExactly(0.0, 0.2, 0.4, 0.6, 0.8, 1.0);
    }

    private static LinearScale around(double one, double other) {
        return LinearScale.around(List.of(Estimate.exact(one), Estimate.exact(other)), 0, 100, 6);
    }
}
