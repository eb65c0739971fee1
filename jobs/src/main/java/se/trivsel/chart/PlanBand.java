package se.trivsel.chart;

/**
 * The time of an action plan, in periods of the chart: the first is 0.
 *
 * <p>It may begin before the first period and end after the last; what is outside is not drawn.
 */
public record PlanBand(double from, double to, String label) {
    /** Where it is drawn, or without width when none of it is. */
    Interval on(LinearScale scale) {
        return scale.at(new Interval(from, to));
    }
}
