package se.trivsel.chart;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * From values to places in a drawing.
 *
 * <p>The places may run the other way than the values, as they do upwards. A scale over a single value puts it in the
 * middle.
 */
record LinearScale(double low, double high, double from, double to) {
    double at(double value) {
        return low == high ? (from + to) / 2 : from + (value - low) / (high - low) * (to - from);
    }

    /** As much of the values as the scale shows, the smaller place first. */
    Interval at(Interval values) {
        double one = at(within(values.low()));
        double other = at(within(values.high()));
        return new Interval(Math.min(one, other), Math.max(one, other));
    }

    /** The value, or the end of the scale that it lies beyond. */
    double within(double value) {
        return Math.min(Math.max(value, low), high);
    }

    /** The same values in another place. */
    LinearScale over(double from, double to) {
        return new LinearScale(low, high, from, to);
    }

    /**
     * A scale with round ends that covers all values, and their intervals as long as these do not press the values
     * together: no more than half of what the values span, on either side. It begins at nought when the values lie
     * nearer to it than to each other.
     */
    static LinearScale around(List<Estimate> estimates, double from, double to, int ticks) {
        double least = estimates.stream().mapToDouble(Estimate::value).min().orElse(0);
        double most = estimates.stream().mapToDouble(Estimate::value).max().orElse(1);
        double room = most > least ? (most - least) / 2 : Double.POSITIVE_INFINITY;
        double low = least;
        double high = most;
        for (Estimate estimate : estimates) {
            low = Math.min(low, Math.max(estimate.interval().low(), least - room));
            high = Math.max(high, Math.min(estimate.interval().high(), most + room));
        }
        if (low > 0 && low < high / 2) {
            low = 0;
        }
        if (low == high) {
            high = low < 0 ? 0 : low == 0 ? 1 : low * 2;
            low = Math.min(low, 0);
        }
        BigDecimal step = step(low, high, ticks);
        return new LinearScale(
                step.multiply(steps(low, step, RoundingMode.FLOOR)).doubleValue(),
                step.multiply(steps(high, step, RoundingMode.CEILING)).doubleValue(),
                from,
                to);
    }

    /** Round values, 1, 2 or 5 and noughts apart, as many as asked for or fewer; both ends among them if round. */
    List<Double> ticks(int atMost) {
        BigDecimal step = step(low, high, atMost);
        BigDecimal last = steps(high, step, RoundingMode.FLOOR);
        List<Double> ticks = new ArrayList<>();
        for (BigDecimal i = steps(low, step, RoundingMode.CEILING); i.compareTo(last) <= 0; i = i.add(BigDecimal.ONE)) {
            ticks.add(step.multiply(i).doubleValue());
        }
        return ticks;
    }

    /** In decimal, since 3 × 0.1 is not 0.3 otherwise. */
    private static BigDecimal step(double low, double high, int ticks) {
        BigDecimal rough = BigDecimal.valueOf(high)
                .subtract(BigDecimal.valueOf(low))
                .divide(BigDecimal.valueOf(Math.max(1, ticks - 1)), MathContext.DECIMAL64);
        BigDecimal power = BigDecimal.ONE.scaleByPowerOfTen(rough.precision() - rough.scale() - 1);
        for (int factor : new int[] {1, 2, 5}) {
            BigDecimal step = power.multiply(BigDecimal.valueOf(factor));
            if (step.compareTo(rough) >= 0) {
                return step;
            }
        }
        return power.multiply(BigDecimal.TEN);
    }

    private static BigDecimal steps(double value, BigDecimal step, RoundingMode rounding) {
        return BigDecimal.valueOf(value).divide(step, 0, rounding);
    }
}
