package se.trivsel.lake;

import java.time.LocalDate;
import java.util.Optional;
import se.trivsel.vocabulary.MunicipalityCode;
import se.trivsel.vocabulary.Period;

/**
 * A period that a municipality agreed to deliver, and whether it has.
 *
 * <p>Only its months count, not the files: a year's file delivers twelve months, and twelve months' files a year.
 *
 * @param dueOn the last day on which it is in time
 * @param state as it was on the day that was asked about
 * @param deliveredOn the day on which the last of its months became known; none when it is not delivered
 */
public record ExpectedDelivery(
        MunicipalityCode municipality,
        String dataset,
        Period period,
        LocalDate dueOn,
        State state,
        Optional<LocalDate> deliveredOn) {

    /** Whether it came. */
    public enum State {
        /** Accepted deliveries cover all of it. */
        DELIVERED,
        /** What came for the rest of it was rejected. */
        REJECTED,
        /** There is time left. */
        NOT_DUE,
        /** Its day has passed. */
        LATE,
        /** The day of the next one has passed too. */
        MISSING
    }

    /** Whether somebody should be reminded. */
    public boolean isOverdue(LocalDate asOf) {
        return state != State.DELIVERED && asOf.isAfter(dueOn);
    }
}
