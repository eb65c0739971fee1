package se.trivsel.bench;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/**
 * The same thing measured several times.
 *
 * <p>What counts is the median; the smallest and the largest tell how far it can be trusted.
 */
final class Runs {
    private final List<Measured> runs = new ArrayList<>();

    void add(Measured run) {
        runs.add(run);
    }

    double wall() {
        return median(Measured::wallSeconds);
    }

    double processor() {
        return median(Measured::processorSeconds);
    }

    double memory() {
        return median(Measured::peakMegabytes);
    }

    /** Seconds on the wall: {@code 33.6 (32.9–37.6)}, or only the one where there was one run. */
    String wallAndSpread() {
        var spread = runs.stream().mapToDouble(Measured::wallSeconds).summaryStatistics();
        String median = Table.decimal(wall());
        return runs.size() == 1
                ? median
                : median + " (" + Table.decimal(spread.getMin()) + "–" + Table.decimal(spread.getMax()) + ")";
    }

    static double median(Collection<Double> figures) {
        List<Double> sorted = figures.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    private double median(Function<Measured, Double> figure) {
        return median(runs.stream().map(figure).toList());
    }
}
