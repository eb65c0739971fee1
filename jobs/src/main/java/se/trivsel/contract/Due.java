package se.trivsel.contract;

import java.time.LocalDate;
import java.time.YearMonth;
import se.trivsel.vocabulary.Period;

/**
 * When deliveries of a dataset are due: for every whole month, quarter or year, by a day some months after its end.
 *
 * <p>A day that the month does not have is its last one: the 31st is the 28th of February.
 */
public record Due(Every every, int monthsAfter, int byDay) {

    /** How much time one delivery is expected to cover; which files it comes in does not matter. */
    public enum Every {
        MONTH(1),
        QUARTER(3),
        YEAR(12);

        private final int months;

        Every(int months) {
            this.months = months;
        }
    }

    /** The month, quarter or year that a month lies in. */
    public Period periodOf(YearMonth month) {
        YearMonth first = month.minusMonths((month.getMonthValue() - 1) % every.months);
        return new Period(first, first.plusMonths(every.months - 1L));
    }

    /** The last day on which the delivery of a period is in time. */
    public LocalDate on(Period period) {
        YearMonth month = period.to().plusMonths(monthsAfter);
        return month.atDay(Math.min(byDay, month.lengthOfMonth()));
    }
}
