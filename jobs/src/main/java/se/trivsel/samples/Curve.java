package se.trivsel.samples;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/** A value that changes over the months: straight lines between known points, level before the first and after the last. */
record Curve(List<Point> points) {
    record Point(YearMonth month, double value) {}

    Curve {
        points = List.copyOf(points);
    }

    static Curve level(double value) {
        return new Curve(List.of(new Point(YearMonth.of(2014, 1), value)));
    }

    /** The same curve, reaching {@code value} in a later month, written {@code 2015-03}. */
    Curve to(String month, double value) {
        var longer = new ArrayList<>(points);
        longer.add(new Point(YearMonth.parse(month), value));
        return new Curve(longer);
    }

    /** The same curve, keeping its last value up to a month. */
    Curve until(String month) {
        return to(month, points.get(points.size() - 1).value());
    }

    double at(YearMonth month) {
        Point before = points.get(0);
        for (Point point : points) {
            if (point.month().isAfter(month)) {
                return before.value() + (point.value() - before.value()) * way(before.month(), month, point.month());
            }
            before = point;
        }
        return before.value();
    }

    private static double way(YearMonth from, YearMonth month, YearMonth to) {
        int done = Math.max(0, count(month) - count(from));
        int whole = Math.max(1, count(to) - count(from));
        return (double) done / whole;
    }

    private static int count(YearMonth month) {
        return month.getYear() * 12 + month.getMonthValue();
    }
}
