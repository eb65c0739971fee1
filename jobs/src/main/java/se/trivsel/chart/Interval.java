package se.trivsel.chart;

/**
 * From a low to a high value.
 *
 * <p>One without width stands for no interval at all and is not drawn: a figure that is counted whole is not uncertain.
 */
public record Interval(double low, double high) {
    public Interval {
        if (!(low <= high)) {
            throw new IllegalArgumentException("An interval from " + low + " to " + high);
        }
    }

    double middle() {
        return (low + high) / 2;
    }

    boolean hasWidth() {
        return low < high;
    }
}
