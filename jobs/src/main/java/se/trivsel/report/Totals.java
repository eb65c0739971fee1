package se.trivsel.report;

import se.trivsel.lake.ControlTotal;

/** What is told of a sum that a file states about itself: with the sums, which are nobody's own value. */
public final class Totals {
    private Totals() {}

    public static String inWords(ControlTotal total) {
        return total.agrees()
                ? "stämmer med raderna"
                : "stämmer inte med raderna. Filen anger " + SwedishNumbers.exact(total.stated())
                        + ", raderna som går att läsa ger " + SwedishNumbers.exact(total.read()) + "; skillnaden är "
                        + SwedishNumbers.exact(total.shortBy());
    }
}
