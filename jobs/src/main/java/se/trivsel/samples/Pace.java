package se.trivsel.samples;

/**
 * Turns a rate into whole events, evenly: twelve a year give one a month.
 *
 * <p>Chance alone would let a small municipality's figures jump so much that no story could be seen in them; here it
 * only says whom something happens to.
 */
final class Pace {
    private double owed;

    Pace(Chance chance) {
        owed = chance.share();
    }

    /** How many events are due when so many were expected since the last time. */
    int due(double expected) {
        owed += expected;
        int whole = (int) owed;
        owed -= whole;
        return whole;
    }
}
