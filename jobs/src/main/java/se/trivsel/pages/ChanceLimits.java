package se.trivsel.pages;

import java.math.BigDecimal;
import se.trivsel.chart.Interval;

/**
 * The limits of chance around what all municipalities have together, for a municipality of any size.
 *
 * <p>They are calculated in SQL ({@code benchmark.funnel}) for the sizes there are: a constant by the root of the size. It is
 * read off the largest municipality, whose limits no bound of the scale cuts off.
 *
 * @param inner how far the 95 per cent limit is from the centre, times the root of the size
 * @param outer the same of the 99.8 per cent limit
 */
record ChanceLimits(BigDecimal centre, double inner, double outer) {
    static ChanceLimits readOff(BigDecimal centre, BigDecimal upper95, BigDecimal upper998, BigDecimal size) {
        double root = Math.sqrt(size.doubleValue());
        return new ChanceLimits(
                centre,
                upper95.subtract(centre).doubleValue() * root,
                upper998.subtract(centre).doubleValue() * root);
    }

    Interval inner(double size) {
        return around(inner / Math.sqrt(size));
    }

    Interval outer(double size) {
        return around(outer / Math.sqrt(size));
    }

    private Interval around(double distance) {
        return new Interval(Math.max(0, centre.doubleValue() - distance), Math.min(1, centre.doubleValue() + distance));
    }
}
