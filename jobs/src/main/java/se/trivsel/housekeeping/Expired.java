package se.trivsel.housekeeping;

import java.io.IOException;
import java.time.Instant;
import java.time.Period;
import se.trivsel.inbox.Disposal;

/**
 * One thing whose time of retention is over.
 *
 * @param rule as the operator's settings call it
 * @param name a delivery, a reading, a run or a job: never a file's own name
 * @param since when its time began
 */
record Expired(String rule, Period kept, String name, Instant since, long bytes, Removal removal) {
    /** How it is removed; once more after a kill is no harm. */
    @FunctionalInterface
    interface Removal {
        void because(Disposal disposal) throws IOException;
    }
}
