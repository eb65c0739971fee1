package se.trivsel.chart;

import java.util.Locale;

/**
 * What a municipality is to the one that the page is about.
 *
 * <p>Drawn by colour and by form (size, ring, filled or hollow), since not everybody sees colours and not every
 * printer has them.
 */
public enum Relation {
    OWN,
    PEER,
    OTHER;

    String css() {
        return name().toLowerCase(Locale.ROOT);
    }

    double radius() {
        return switch (this) {
            case OWN -> 6;
            case PEER -> 4.2;
            case OTHER -> 3.6;
        };
    }

    boolean isBold() {
        return this != OTHER;
    }
}
