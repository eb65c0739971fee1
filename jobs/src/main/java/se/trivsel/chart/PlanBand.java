package se.trivsel.chart;

/**
 * The time of an action plan, in periods of the chart: the first is 0.
 *
 * <p>It may begin before the first period and end after the last; what is outside is not drawn.
 */
public record PlanBand(double from, double to, String label) {
    /** Where it is drawn, or without width when none of it is. */
    Interval within(LinearScale scale) {
        double low = Math.min(Math.max(from, scale.low()), scale.high());
        double high = Math.max(low, Math.min(to, scale.high()));
        return new Interval(scale.at(low), scale.at(high));
    }
}
