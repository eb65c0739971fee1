package se.trivsel.chart;

/**
 * A value and how sure it is.
 *
 * <p>A missing value is no estimate: whoever has none leaves it out, and the chart shows a gap.
 */
public record Estimate(double value, Interval interval) {
    /** A value that has no interval. */
    public static Estimate exact(double value) {
        return new Estimate(value, new Interval(value, value));
    }
}
